/** What went wrong, independent of HTTP. */
export type DomainErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'illegal-state'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** One fault inside an input: where it is and what to do. */
export interface InputFault {
  path: string;
  message: string;
}

/**
 * A failure that a person or a program is told about. `message` is Chinese and says what to do;
 * `code` is stable, e.g. `CLAUSE.NOT_FOUND`.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: DomainErrorKind;
  abstract readonly code: string;
  readonly faults: InputFault[] = [];
  /** What a program needs besides the message; its members are added to the problem. */
  readonly details: Readonly<Record<string, unknown>> = {};
  /** After how many seconds trying again makes sense; null where time changes nothing. */
  readonly retryAfterSeconds: number | null = null;
}
