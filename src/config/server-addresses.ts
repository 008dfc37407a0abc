/** Where this process can be reached; known once it listens, as a port may be 0. */
export class ServerAddresses {
  /** Address of portal and API, without a trailing slash. */
  publicUrl = '';

  /** Address of the WeChat simulator; null in live mode. */
  simulatorUrl: string | null = null;
}
