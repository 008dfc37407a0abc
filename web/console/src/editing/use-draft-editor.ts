import { computed, onUnmounted, ref, shallowRef } from 'vue';
import type { DraftKind } from '../../../../src/reviews/draft.terms.js';
import { type ApiFault, asFault } from '../api/api-fault.js';
import { draftsApi } from '../api/drafts-api.js';
import type { DraftConflictView, DraftContent, DraftView } from '../api/review-views.js';
import { differingFields, sameContent, sameValue } from './draft-content.js';
import { unsavedCopy } from './unsaved-copy.js';
import { useHistory } from './use-history.js';

/** Whether what was typed is stored: `waiting` soon will be, `failed` is tried again, `refused` is not. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused' | 'conflict';

const SAVE_AFTER_MS = 1200;
const RETRY_AFTER_MS = 5000;

/** A draft in the hands of one person: typing, saving by itself, conflicts, going back. */
export function useDraftEditor(kind: DraftKind, code: string) {
  const draft = shallowRef<DraftView | null>(null);
  const content = shallowRef<DraftContent>({});
  /** Grows when the content was replaced from elsewhere than the form. */
  const replaced = ref(0);
  const state = ref<SaveState>('saved');
  const fault = shallowRef<ApiFault | null>(null);
  const conflict = shallowRef<DraftConflictView | null>(null);
  const restored = ref(false);
  const history = useHistory();
  const subject = `${kind}/${code}`;

  let stored: DraftContent = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let gone = false;

  const dirty = (): boolean => !sameContent(content.value, stored);

  function replace(next: DraftContent): void {
    content.value = next;
    replaced.value++;
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (!gone && !conflict.value) timer = setTimeout(() => void save(), delay);
  }

  function touched(): void {
    if (!dirty()) {
      if (state.value === 'waiting') state.value = 'saved';
      unsavedCopy.drop(subject);
      return;
    }
    if (draft.value) {
      const { revision, content: base } = draft.value;
      unsavedCopy.keep(subject, { revision, base, content: content.value });
    }
    if (state.value !== 'conflict') state.value = 'waiting';
    schedule(SAVE_AFTER_MS);
  }

  async function load(): Promise<void> {
    try {
      const answer = await draftsApi.ofSubject(kind, code);
      fault.value = null;
      show(answer);
    } catch (error) {
      fault.value = asFault(error);
    }
  }

  function show(answer: DraftView): void {
    draft.value = answer;
    stored = answer.content;
    const copy = unsavedCopy.find(subject);
    if (copy && answer.actions.includes('edit') && !sameContent(copy.content, answer.content)) {
      // The old revision goes with it, so that what others saved meanwhile is asked about, not overwritten.
      draft.value = { ...answer, revision: copy.revision, content: copy.base };
      restored.value = true;
      replace(copy.content);
      touched();
      return;
    }
    unsavedCopy.drop(subject);
    state.value = 'saved';
    replace(answer.content);
  }

  /** Names may have become codes; what was typed meanwhile stays. */
  function adopt(sent: DraftContent, answer: DraftView): void {
    draft.value = answer;
    const next = { ...content.value };
    const named = differingFields(sent, answer.content).filter((field) =>
      sameValue(next[field], sent[field]),
    );
    for (const field of named) next[field] = answer.content[field];
    if (named.length > 0) replace(next);
    stored = answer.content;
  }

  async function send(): Promise<boolean> {
    const sent = content.value;
    const { revision } = draft.value ?? { revision: 0 };
    state.value = 'saving';
    try {
      adopt(sent, await draftsApi.save(kind, code, revision, sent));
      fault.value = null;
      restored.value = false;
      state.value = 'saved';
      touched();
      return !dirty();
    } catch (error) {
      refuse(asFault(error));
      return false;
    }
  }

  function refuse(reason: ApiFault): void {
    fault.value = reason;
    if (reason.code === 'DRAFT.CONFLICT') {
      conflict.value = reason.problem.conflict as DraftConflictView;
      fault.value = null;
      state.value = 'conflict';
    } else if (reason.status === 0 || reason.status === 429 || reason.status >= 500) {
      state.value = 'failed';
      schedule(RETRY_AFTER_MS);
    } else {
      state.value = 'refused';
    }
  }

  /** Stores what was typed. @returns whether everything is stored now */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    if (running) await running;
    if (conflict.value) return false;
    if (!dirty()) return true;
    running = send();
    try {
      return await running;
    } finally {
      running = null;
    }
  }

  /** Goes on from what others saved with a content that has both. */
  function merge(merged: DraftContent): Promise<boolean> {
    const other = conflict.value;
    if (!other || !draft.value) return Promise.resolve(false);
    draft.value = { ...draft.value, revision: other.revision, hash: other.hash, content: other.content };
    stored = other.content;
    conflict.value = null;
    state.value = 'waiting';
    replace(merged);
    touched();
    if (!dirty()) state.value = 'saved';
    return save();
  }

  function change(next: DraftContent): void {
    history.note(content.value, next);
    content.value = next;
    touched();
  }

  function undo(): void {
    const before = history.back();
    if (!before) return;
    replace(before);
    touched();
  }

  onUnmounted(() => {
    gone = true;
    clearTimeout(timer);
  });

  return {
    draft,
    content,
    replaced,
    state,
    fault,
    conflict,
    restored,
    canUndo: history.canUndo,
    isStored: computed(() => state.value === 'saved'),
    load,
    show,
    save,
    change,
    undo,
    merge,
  };
}

export type DraftEditor = ReturnType<typeof useDraftEditor>;
