import { computed, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ApiFault } from '../api/api-fault.js';
import { useAction } from '../use-action.js';

const OUTDATED: readonly string[] = ['REVIEW.OTHER_VERSION', 'REVIEW.WRONG_STATE'];

/** One decision under way. */
export interface Deciding {
  busy: Ref<boolean>;
  fault: ShallowRef<ApiFault | null>;
  /** What was on the screen is not what is there now: the person must read again before deciding. */
  outdated: ComputedRef<boolean>;
  decide(work: () => Promise<void>): Promise<void>;
}

export function useDecision(): Deciding {
  const { busy, fault, run } = useAction();
  const outdated = computed(() => OUTDATED.includes(fault.value?.code ?? ''));
  return {
    busy,
    fault,
    outdated,
    async decide(work) {
      if (!outdated.value) await run(work);
    },
  };
}
