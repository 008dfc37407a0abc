import { computed, onMounted, shallowRef } from 'vue';
import type { NamedCode } from '../../../../src/common/named-code.view.js';
import { staffApi } from '../api/staff-api.js';
import { staff } from '../session.js';

/** The departments in which the signed-in person may write, as choices. */
export function useWritableDepartments() {
  const all = shallowRef<NamedCode[]>([]);
  const held = computed(() => staff.value?.departments['catalogue.write'] ?? []);
  const choices = computed(() =>
    (held.value === 'all' ? all.value : held.value).map(({ code, name }) => ({ value: code, label: name })),
  );
  onMounted(async () => {
    if (held.value === 'all') all.value = await staffApi.departments().catch(() => []);
  });
  return choices;
}
