/** One way from one state to another. */
export interface Transition<S extends string, A extends string> {
  readonly from: S;
  readonly action: A;
  readonly to: S;
}

/**
 * Transitions as data, checked when they are made.
 * @throws Error where two transitions leave a state by the same action, or a state cannot be reached from the first
 */
export class TransitionTable<S extends string, A extends string, T extends Transition<S, A>> {
  /** @param start the state in which everything begins */
  constructor(
    private readonly rows: readonly T[],
    states: readonly S[],
    start: S,
  ) {
    const keys = rows.map(({ from, action }) => `${from} ${action}`);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) throw new Error(`Two transitions for ${twice}`);
    const reached = new Set<S>([start]);
    for (const state of reached) {
      for (const { from, to } of rows) if (from === state) reached.add(to);
    }
    const lost = states.find((state) => !reached.has(state));
    if (lost !== undefined) throw new Error(`Nothing leads to ${lost}`);
    const stuck = states.find((state) => !rows.some(({ from }) => from === state));
    if (stuck !== undefined) throw new Error(`Nothing leads away from ${stuck}`);
  }

  /** The transition by which an action leaves a state; undefined where the action does not fit the state. */
  find(from: S, action: A): T | undefined {
    return this.rows.find((row) => row.from === from && row.action === action);
  }

  /** All ways out of a state. */
  leaving(from: S): T[] {
    return this.rows.filter((row) => row.from === from);
  }
}
