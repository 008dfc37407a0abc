import { type Ref, ref, shallowRef, watch } from 'vue';
import { staffApi } from '../api/staff-api.js';

const ASK_AFTER_MS = 400;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Policies that a typed text may mean, and the one it does mean. */
export function usePolicyOffers(text: Ref<string>) {
  const offers = shallowRef<{ value: string; label: string }[]>([]);
  const title = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(typed: string): Promise<void> {
    const [found, named] = await Promise.all([
      staffApi.findPolicies(typed).catch(() => []),
      CODE.test(typed) ? staffApi.policy(typed).catch(() => null) : null,
    ]);
    if (typed !== text.value) return;
    offers.value = found.map((policy) => ({
      value: policy.code,
      label: [policy.title, policy.documentNumber].filter(Boolean).join(' '),
    }));
    title.value = named?.title ?? '';
  }

  watch(
    text,
    (typed) => {
      clearTimeout(timer);
      title.value = '';
      if (typed.trim() !== '') timer = setTimeout(() => void ask(typed), ASK_AFTER_MS);
    },
    { immediate: true },
  );
  return { offers, title };
}
