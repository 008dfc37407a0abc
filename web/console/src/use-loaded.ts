import { ref, type Ref, shallowRef, type ShallowRef } from 'vue';
import { type ApiFault, asFault } from './api/api-fault.js';

/** Something that is read from the API, and how far that has come. */
export interface Loaded<T> {
  data: ShallowRef<T | null>;
  fault: ShallowRef<ApiFault | null>;
  busy: Ref<boolean>;
  /** Reads again; what was read stays visible meanwhile. An answer that a later call overtook is dropped. */
  load(): Promise<void>;
}

/** @param read asks the API */
export function useLoaded<T>(read: () => Promise<T>): Loaded<T> {
  const data = shallowRef<T | null>(null);
  const fault = shallowRef<ApiFault | null>(null);
  const busy = ref(false);
  let asked = 0;

  async function load(): Promise<void> {
    const mine = ++asked;
    busy.value = true;
    try {
      const answer = await read();
      if (mine !== asked) return;
      data.value = answer;
      fault.value = null;
    } catch (error) {
      if (mine === asked) fault.value = asFault(error);
    } finally {
      if (mine === asked) busy.value = false;
    }
  }

  return { data, fault, busy, load };
}
