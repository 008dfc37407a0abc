/** The three truth values of Kleene's strong logic, so ordered that `all` is the least and `any` the greatest. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Kleene = typeof FALSE | typeof UNKNOWN | typeof TRUE;

export const not = (value: Kleene): Kleene => (2 - value) as Kleene;
export const truth = (known: boolean): Kleene => (known ? TRUE : FALSE);

/** Whether a set of possible values lies in, outside, or across a wanted one; both as bits. */
export const withinBits = (possible: number, wanted: number): Kleene =>
  (possible & ~wanted) === 0 ? TRUE : (possible & wanted) === 0 ? FALSE : UNKNOWN;
