import { type ShallowRef, shallowRef, watch } from 'vue';
import { draftsApi } from '../api/drafts-api.js';
import type { CheckView } from '../api/review-views.js';

/** What a clause or policy under the pen says of itself. */
export interface CheckedText {
  code: string;
  title: string;
  policy?: string;
  documentNumber?: string;
  benefit?: string;
}

const ASK_AFTER_MS = 800;

const saidIn = (text: CheckedText): object =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value));

/** What resembles the text, and which topics it suggests; it only warns, so that a fault is no matter. */
export function useCheck(text: () => CheckedText): ShallowRef<CheckView | null> {
  const found = shallowRef<CheckView | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => JSON.stringify(text()),
    (now) => {
      clearTimeout(timer);
      if (text().title.trim() === '') {
        found.value = null;
        return;
      }
      timer = setTimeout(() => {
        draftsApi.check(saidIn(text())).then(
          (answer) => {
            if (JSON.stringify(text()) === now) found.value = answer;
          },
          () => (found.value = null),
        );
      }, ASK_AFTER_MS);
    },
    { immediate: true },
  );
  return found;
}
