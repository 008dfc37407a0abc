const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
/** 1970-01-01 as a serial of the 1900 system. */
const UNIX_EPOCH_SERIAL = 25_569;
/** Days between the starts of the 1900 and the 1904 system. */
const SYSTEM_1904_OFFSET = 1462;
/** 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_466;
/** Lotus 1-2-3 had a 29 February 1900, and Excel kept it: serials below it stand one day further on. */
const FALSE_LEAP_DAY = 60;

/**
 * The moment that Excel shows for a serial number, as a Date whose UTC fields are the shown ones.
 * Null outside 1900-01-01…9999-12-31 and for the day 1900-02-29, which never was.
 * Rounded to seconds: serials are fractions and miss whole seconds by a hair.
 * Source: ECMA-376 part 1, 18.17.4.1 (date systems).
 */
export function dateFromSerial(serial: number, date1904: boolean): Date | null {
  const days = date1904 ? serial + SYSTEM_1904_OFFSET : serial;
  if (!Number.isFinite(days) || days < 1 || days >= LAST_SERIAL) return null;
  if (Math.floor(days) === FALSE_LEAP_DAY) return null;
  const real = days < FALSE_LEAP_DAY ? days + 1 : days;
  return new Date(Math.round(((real - UNIX_EPOCH_SERIAL) * DAY_MS) / SECOND_MS) * SECOND_MS);
}
