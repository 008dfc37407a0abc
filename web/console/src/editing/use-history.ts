import { computed, type ComputedRef, shallowRef } from 'vue';
import type { DraftContent } from '../api/review-views.js';
import { differingFields } from './draft-content.js';

const MOST_STEPS = 100;
/** Keys pressed closer together in one field are one change. */
const PAUSE_MS = 1500;

/** The contents before each change, to go back to. */
export interface History {
  canUndo: ComputedRef<boolean>;
  /** Notes what stood there before a change. */
  note(before: DraftContent, after: DraftContent): void;
  /** The content before the last change. */
  back(): DraftContent | undefined;
}

export function useHistory(now: () => number = Date.now): History {
  const past = shallowRef<readonly DraftContent[]>([]);
  let lastField = '';
  let lastAt = 0;
  return {
    canUndo: computed(() => past.value.length > 0),
    note(before, after) {
      const field = differingFields(before, after).join(' ');
      if (field === '') return;
      const goesOn = field === lastField && now() - lastAt < PAUSE_MS;
      lastField = field;
      lastAt = now();
      if (!goesOn) past.value = [...past.value, before].slice(-MOST_STEPS);
    },
    back() {
      const last = past.value.at(-1);
      past.value = past.value.slice(0, -1);
      lastField = '';
      return last;
    },
  };
}
