/** A LIKE pattern that finds `text` anywhere; use it with `ESCAPE '|'`, a character that no dialect treats specially. */
export const likeAnywhere = (text: string): string => `%${text.replace(/[%_|]/g, '|$&')}%`;
