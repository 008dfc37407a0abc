/** Writes an instant as people in China read it: 2026-11-24 15:18:00. */
export const BEIJING_INSTANT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
