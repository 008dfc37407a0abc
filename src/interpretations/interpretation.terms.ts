/** Whether the public reads it. */
export const INTERPRETATION_STATUSES = ['draft', 'published'] as const;
export type InterpretationStatus = (typeof INTERPRETATION_STATUSES)[number];
