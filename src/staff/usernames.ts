const FIT = /^[a-z0-9._@-]{2,64}$/;

/** Names are kept and compared in this form: neither case nor a stray blank makes another person. */
export const normaliseUsername = (username: string): string => username.trim().toLowerCase();

/** Whether a normalised name may be given to a new staff member. */
export const isFitUsername = (username: string): boolean => FIT.test(username);
