/** What a field for a day and a time holds (YYYY-MM-DDTHH:mm), meant in Beijing, as ISO 8601. */
export const beijingInstant = (local: string): string => new Date(`${local}:00+08:00`).toISOString();
