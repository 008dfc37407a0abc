import type { ProfileSummary } from '../../../../src/eligibility/profile.view.js';
import { rememberAnswers } from './finder-answers.js';

const KEY = 'finder-profile';

/** Which profiles were chosen in this tab, the last first; only their ids. */
interface Choice {
  ids: string[];
  /** The person would rather answer anew than use what is kept. */
  anew: boolean;
}

function remembered(): Choice {
  try {
    const text = sessionStorage.getItem(KEY);
    if (text) return JSON.parse(text) as Choice;
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
  return { ids: [], anew: false };
}

function remember(choice: Choice): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // As above.
  }
}

/** Remembers in this tab that a profile is to be used. */
export function chooseProfile(id: string): void {
  remember({ ids: [id, ...remembered().ids.filter((one) => one !== id)], anew: false });
}

/** Remembers in this tab that no profile is to be used. */
export const chooseNone = (): void => remember({ ids: [], anew: true });

/** Which of the profiles is used without asking: the one that was chosen last, or the only one; null: ask. */
export function profileToUse(profiles: readonly ProfileSummary[]): ProfileSummary | null {
  const { ids, anew } = remembered();
  if (anew) return null;
  const chosen = ids.flatMap((id) => profiles.filter((profile) => profile.id === id));
  return chosen[0] ?? (profiles.length === 1 ? (profiles[0] ?? null) : null);
}

/** Forgets in this tab all that a person answered or chose, for whoever sits here next. */
export function forgetTab(): void {
  rememberAnswers(null);
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There was nothing.
  }
}
