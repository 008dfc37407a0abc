/** Addresses below these belong to programs, as do all that end like a file. */
const NOT_PAGES = /^\/(api|assets|health|metrics)(\/|$)|\.[a-z0-9]{1,12}$/i;

/** Whether people read what stands at `url` (with or without a query): they get pages, programs get problems. */
export const isPagePath = (url: string): boolean => !NOT_PAGES.test(url.split('?', 1)[0] ?? '/');
