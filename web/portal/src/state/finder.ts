import { reactive } from 'vue';
import type { AnswersView, ClauseAnswerView, QuestionView } from '../../../../src/eligibility/answer.view.js';
import type { ProfileSummary } from '../../../../src/eligibility/profile.view.js';
import { sendToApi } from '../api/fetch-api.js';
import { detailOf, isOk } from '../api/problem.js';
import {
  type FinderAnswers,
  type FinderValue,
  rememberAnswers,
  rememberedAnswers,
  type Subject,
} from './finder-answers.js';
import { answersOfProfile } from './kept-profiles.js';

interface FinderState {
  answers: FinderAnswers | null;
  result: AnswersView | null;
  busy: boolean;
  fault: string;
  /** A kept profile is being opened. */
  opening: boolean;
  /** Why a kept profile could not be opened. */
  profileFault: string;
}

/** Sends answers and takes what comes back; a fault is a sentence for the person. */
async function ask<T>(path: string, { subject, values, skipped }: FinderAnswers): Promise<T | string> {
  try {
    const answer = await sendToApi('POST', path, { subject, values, skipped });
    return isOk(answer) ? (answer.body as T) : detailOf(answer) || '没有查到，请稍后再试。';
  } catch {
    return '网络连接失败，请检查网络后重试。';
  }
}

/** Whether one clause fits; a text is what went wrong. */
export const askAboutClause = (code: string, answers: FinderAnswers): Promise<ClauseAnswerView | string> =>
  ask(`/eligibility/clauses/${encodeURIComponent(code)}`, answers);

/** The guided finder: one question after the other, results narrowing with each answer. */
export function createFinder() {
  const state = reactive<FinderState>({
    answers: null,
    result: null,
    busy: false,
    fault: '',
    opening: false,
    profileFault: '',
  });
  /** Counts what the person did, so that a profile that opens late does not take the place of it. */
  let turn = 0;

  async function refresh(): Promise<void> {
    const { answers } = state;
    turn += 1;
    state.opening = false;
    rememberAnswers(answers);
    if (!answers) return;
    state.busy = true;
    const result = await ask<AnswersView>('/eligibility/answers', answers);
    // Somebody who answers fast sees the answer to the last question only.
    if (state.answers !== answers) return;
    state.busy = false;
    state.fault = typeof result === 'string' ? result : '';
    if (typeof result !== 'string') state.result = result;
  }

  function change(changes: Partial<FinderAnswers>): Promise<void> {
    const { answers } = state;
    if (answers) {
      const edited = answers.edited || (answers.profile !== undefined && changes.values !== undefined);
      state.answers = { ...answers, ...changes, edited };
    }
    return refresh();
  }

  return {
    state,
    /** Goes on where this tab was. */
    resume(): Promise<void> {
      state.answers = rememberedAnswers();
      return refresh();
    },
    start(subject: Subject): Promise<void> {
      state.result = null;
      state.answers = { subject, values: {}, skipped: [], asked: [], names: {} };
      return refresh();
    },
    /** Takes over what somebody else knows. */
    fill(values: Record<string, FinderValue>): Promise<void> {
      return change({ values: { ...state.answers?.values, ...values } });
    },
    /** Goes on with what a kept profile says. */
    async use(profile: ProfileSummary): Promise<void> {
      const mine = (turn += 1);
      state.opening = true;
      state.profileFault = '';
      const answers = await answersOfProfile(profile);
      if (turn !== mine) return;
      state.opening = false;
      if (typeof answers === 'string') return void (state.profileFault = answers);
      state.result = null;
      state.answers = answers;
      await refresh();
    },
    /** The answers are kept in a profile from now on. */
    keptIn(profile: { id: string; label: string }): void {
      if (!state.answers) return;
      state.answers.profile = profile;
      state.answers.edited = false;
      rememberAnswers(state.answers);
    },
    answer(question: QuestionView, value: FinderValue, name?: string): Promise<void> {
      const { answers } = state;
      if (!answers) return Promise.resolve();
      return change({
        values: { ...answers.values, [question.key]: value },
        skipped: answers.skipped.filter((key) => key !== question.key),
        asked: [...answers.asked.filter(({ key }) => key !== question.key), question],
        names: name ? { ...answers.names, [question.key]: name } : answers.names,
      });
    },
    skip(question: QuestionView): Promise<void> {
      return change({ skipped: [...(state.answers?.skipped ?? []), question.key] });
    },
    /** Takes an answer back; the question is asked again. */
    forget(key: string): Promise<void> {
      const { [key]: _forgotten, ...values } = state.answers?.values ?? {};
      return change({
        values,
        asked: state.answers?.asked.filter((question) => question.key !== key) ?? [],
      });
    },
    end(): void {
      turn += 1;
      state.opening = false;
      state.fault = '';
      state.profileFault = '';
      state.answers = null;
      state.result = null;
      rememberAnswers(null);
    },
  };
}

export type Finder = ReturnType<typeof createFinder>;

/** An answer in words. */
export function answerText(question: QuestionView, value: FinderValue | undefined, name?: string): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const label = (one: string): string =>
    question.options?.find((option) => option.value === one)?.label ?? one;
  if (Array.isArray(value)) return value.length > 0 ? value.map(label).join('、') : '没有';
  if (typeof value === 'number') return `${value}${question.unit ? ` ${question.unit}` : ''}`;
  return name ?? label(value);
}
