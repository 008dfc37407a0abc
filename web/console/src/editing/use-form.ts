import { reactive, watch } from 'vue';
import type { DraftContent } from '../api/review-views.js';

/** What a form of a draft is given: the content, and how often it was replaced from elsewhere. */
export interface FormProps {
  content: DraftContent;
  replaced: number;
}

/**
 * The fields of a form, in step with the content both ways.
 * @param props of the component
 * @param change is told the content after each change by the person
 */
export function useForm<Form extends object>(
  props: FormProps,
  toForm: (content: DraftContent) => Form,
  fromForm: (form: Form, before: DraftContent) => DraftContent,
  change: (content: DraftContent) => void,
) {
  const form = reactive(toForm(props.content));
  let replacing = false;
  watch(
    form,
    () => {
      if (!replacing) change(fromForm(form as Form, props.content));
    },
    { flush: 'sync' },
  );
  watch(
    () => props.replaced,
    () => {
      replacing = true;
      Object.assign(form, toForm(props.content));
      replacing = false;
    },
    { flush: 'sync' },
  );
  return form;
}
