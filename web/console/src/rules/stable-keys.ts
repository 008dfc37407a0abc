import { type Ref, shallowRef, watch } from 'vue';
import { movedBy, removedAt } from './rule-nodes.js';

/** Names for the items of a list that stay with them when others are deleted or moved. */
export interface StableKeys {
  readonly keys: Ref<readonly number[]>;
  /** Says what is about to happen to the list, so that also items that look alike keep their names. */
  removed(index: number): void;
  moved(index: number, by: -1 | 1): void;
}

let last = 0;
const fresh = (): number => (last += 1);

/**
 * Gives the items of a changed list the names that they had: what is the same keeps its name wherever it stands now;
 * what changed takes the name of what is gone from beside the same neighbour; what is more gets a new name.
 */
export function keysAfter(
  before: readonly string[],
  keys: readonly number[],
  after: readonly string[],
): number[] {
  const free = new Set(before.keys());
  const take = (index: number): number => {
    free.delete(index);
    return keys[index] ?? fresh();
  };
  const next: (number | null)[] = after.map((text, index) => (before[index] === text ? take(index) : null));
  after.forEach((text, index) => {
    if (next[index] !== null) return;
    const same = [...free].find((one) => before[one] === text);
    if (same !== undefined) next[index] = take(same);
  });
  for (const [index, key] of next.entries()) {
    if (key !== null) continue;
    const heir = [...free].find(
      (one) => keys[one - 1] === next[index - 1] || (next[index + 1] ?? null) === (keys[one + 1] ?? -1),
    );
    next[index] = heir === undefined ? fresh() : take(heir);
  }
  return next.map((key) => key ?? fresh());
}

/** Names for the items of a list of JSON values; the list itself need not be the same object. */
export function useStableKeys(items: () => readonly unknown[]): StableKeys {
  const textsOf = (): string[] => items().map((item) => JSON.stringify(item) ?? '');
  let texts = textsOf();
  let planned: { texts: string[]; keys: number[] } | null = null;
  const keys = shallowRef<readonly number[]>(texts.map(fresh));

  watch(items, () => {
    const now = textsOf();
    const asPlanned = planned !== null && planned.texts.join('\n') === now.join('\n');
    keys.value = asPlanned && planned ? planned.keys : keysAfter(texts, keys.value, now);
    texts = now;
    planned = null;
  });

  return {
    keys,
    removed(index) {
      planned = { texts: removedAt(texts, index), keys: removedAt(keys.value, index) };
    },
    moved(index, by) {
      planned = { texts: movedBy(texts, index, by), keys: movedBy(keys.value, index, by) };
    },
  };
}
