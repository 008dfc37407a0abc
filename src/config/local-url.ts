/** How an address must look that may lead to this machine. */
export const LOCAL_URL = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
