import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A ULID: 26 characters that sort in the order of making within this process. */
export const newId = (): string => next();

/** The smallest id, before every real one. */
export const BEFORE_ALL_IDS = '0'.repeat(26);
