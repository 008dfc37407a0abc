import type { QuestionView } from '../../../../src/eligibility/answer.view.js';

export type Subject = 'enterprise' | 'citizen';
export type FinderValue = string | number | boolean | string[];

/** What a person answered in this tab; nobody else gets it, and it is gone with the tab. */
export interface FinderAnswers {
  subject: Subject;
  values: Record<string, FinderValue>;
  skipped: string[];
  /** Questions that were asked, for showing the answers. */
  asked: QuestionView[];
  /** What was chosen from a long list is shown by its name. */
  names: Record<string, string>;
  /** The kept profile that the answers come from; missing where there is none. */
  profile?: { id: string; label: string };
  /** They say something else than that profile. */
  edited?: boolean;
}

const KEY = 'finder';

/** What this tab remembers; null where it remembers nothing. */
export function rememberedAnswers(): FinderAnswers | null {
  try {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as FinderAnswers) : null;
  } catch {
    return null;
  }
}

/** Replaces what this tab remembers. */
export function rememberAnswers(answers: FinderAnswers | null): void {
  try {
    if (answers) sessionStorage.setItem(KEY, JSON.stringify(answers));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: the answers last as long as the page.
  }
}
