import { inject, type InjectionKey, provide, reactive, type Ref } from 'vue';
import type { FieldFault } from '../api/api-fault.js';

/** What is wrong with which field, as far as the person should see it by now. */
export interface FieldFaults {
  /** Messages for a field and everything in it. */
  of(field: string): string[];
  /** Faults at places within a field, named from there; also of fields that nobody has left yet. */
  below(field: string): FieldFault[];
  /** The person left the field: what is missing in it may be said now. */
  leave(field: string): void;
}

const KEY: InjectionKey<FieldFaults> = Symbol('field faults');

/**
 * Lets fields below ask what is wrong with them.
 * @param all says everything, also of fields that nobody has been in
 */
export function provideFieldFaults(faults: Ref<readonly FieldFault[]>, all: Ref<boolean>): void {
  const left = reactive(new Set<string>());
  provide(KEY, {
    of: (field) =>
      all.value || left.has(field)
        ? faults.value
            .filter(({ path }) => path === field || path.startsWith(`${field}.`))
            .map(({ message }) => message)
        : [],
    below: (field) =>
      faults.value
        .filter(({ path }) => path === field || path.startsWith(`${field}.`))
        .map(({ path, message }) => ({ path: path.slice(field.length + 1), message })),
    leave: (field) => left.add(field),
  });
}

export function useFieldFaults(): FieldFaults {
  return inject(KEY, { of: () => [], below: () => [], leave: () => undefined });
}
