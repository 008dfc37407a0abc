import { ref, shallowRef } from 'vue';
import { type ApiFault, asFault } from './api/api-fault.js';

/** Something a person does on a page: whether it is under way, and what went wrong. */
export function useAction() {
  const busy = ref(false);
  const fault = shallowRef<ApiFault | null>(null);

  /** Runs `work`; answers whether it succeeded. */
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    fault.value = null;
    try {
      await work();
      return true;
    } catch (error) {
      fault.value = asFault(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, fault, run };
}
