/** A telephone number as it may be shown and logged: its beginning and its last four digits. */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
