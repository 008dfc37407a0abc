import { reactive } from 'vue';
import type { QuestionView } from '../../../../src/eligibility/answer.view.js';
import type { ProfileSummary, ProfilesView, ProfileView } from '../../../../src/eligibility/profile.view.js';
import { fetchApi } from '../api/fetch-api.js';
import { detailOf, isOk } from '../api/problem.js';
import type { Account } from './account.js';
import type { FinderAnswers, FinderValue } from './finder-answers.js';

/** The profiles that the person of this visit keeps; only those that can be opened. */
export interface KeptProfiles {
  standing: 'unread' | 'loading' | 'ready' | 'failed';
  items: ProfileSummary[];
  /** Reads the list once; without a session there is none to read. */
  ensure(): Promise<void>;
  /** Something changed: the list is read again when it is next needed. */
  forget(): void;
  /** Whether answers came from a profile that the person of this visit does not keep (any more). */
  lacks(answers: FinderAnswers): boolean;
}

/** The list is read in the browser only, and at most once until it changes. */
export function createKeptProfiles(account: Account): KeptProfiles {
  let asked: Promise<void> | null = null;

  async function read(): Promise<void> {
    profiles.standing = account.status === 'anonymous' ? 'ready' : 'loading';
    await account.ensure();
    const answer =
      account.status === 'signed-in' ? await fetchApi.get('/me/profiles').catch(() => null) : null;
    const nobody = account.status === 'anonymous' || answer?.status === 401;
    const isRead = answer !== null && isOk(answer);
    profiles.items = isRead
      ? (answer.body as ProfilesView).items.filter(({ unreadable }) => !unreadable)
      : [];
    profiles.standing = isRead || nobody ? 'ready' : 'failed';
    if (profiles.standing === 'failed') asked = null;
  }

  const profiles: KeptProfiles = reactive({
    standing: 'unread',
    items: [],
    ensure: () => (asked ??= read()),
    forget() {
      asked = null;
      profiles.standing = 'unread';
      profiles.items = [];
    },
    lacks: ({ profile }) =>
      profile !== undefined &&
      profiles.standing === 'ready' &&
      !profiles.items.some(({ id }) => id === profile.id),
  });
  return profiles;
}

/** What a profile says, as answers of the finder; a text is what went wrong. */
export async function answersOfProfile({
  id,
  subject,
  label,
}: ProfileSummary): Promise<FinderAnswers | string> {
  try {
    const [profile, vocabulary] = await Promise.all([
      fetchApi.get(`/me/profiles/${encodeURIComponent(id)}`),
      fetchApi.get(`/eligibility/vocabulary?subject=${subject}`),
    ]);
    const wrong = [profile, vocabulary].find((answer) => !isOk(answer));
    if (wrong) return detailOf(wrong) || '没有打开保存的资料，请稍后再试。';
    const { values: kept, names } = profile.body as ProfileView;
    const values = kept as Record<string, FinderValue>;
    const questions = (vocabulary.body as { items: QuestionView[] }).items;
    const asked = questions.filter(({ key }) => values[key] !== undefined);
    return { subject, values, skipped: [], asked, names, profile: { id, label: label ?? '' } };
  } catch {
    return '网络连接失败，请检查网络后重试。';
  }
}
