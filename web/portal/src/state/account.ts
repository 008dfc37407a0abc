import { reactive } from 'vue';
import type { MeView } from '../../../../src/me/me.view.js';
import type { TargetFolder } from '../../../../src/subscriptions/subscription.record.js';
import type { Frequency, SavedFilter } from '../../../../src/subscriptions/subscription.terms.js';
import { fetchApi, sendToApi } from '../api/fetch-api.js';
import { detailOf, isOk } from '../api/problem.js';
import { forgetTab } from './profile-choice.js';

/** What a change came to: done, not allowed without signing in, or failed with a reason for people. */
export type ChangeOutcome = { kind: 'done' } | { kind: 'sign-in' } | { kind: 'failed'; reason: string };

/** The person in front of the browser. `unknown` until the API has answered. */
export interface Account {
  status: 'unknown' | 'anonymous' | 'signed-in';
  me: MeView | null;
  /** A message was read during this visit. */
  hasRead: boolean;
  /** Asks the API once who is signed in; further calls wait for the same answer. */
  ensure(): Promise<void>;
  isSubscribed(target: TargetAddress): boolean;
  subscribe(target: TargetAddress, frequency?: Frequency): Promise<ChangeOutcome>;
  unsubscribe(target: TargetAddress): Promise<ChangeOutcome>;
  subscribeToTopics(codes: string[], frequency?: Frequency): Promise<ChangeOutcome>;
  saveSearch(search: SavedSearch, frequency?: Frequency): Promise<ChangeOutcome>;
  /** Whether WeChat may send no message any more; false as long as that is not known. */
  lacksConsent(): boolean;
  markRead(message: string): Promise<ChangeOutcome>;
  /** Pauses, resumes, or changes how soon one hears. */
  changeSubscription(id: string, changes: SubscriptionChange): Promise<ChangeOutcome>;
  endSubscription(id: string): Promise<ChangeOutcome>;
  restoreSubscription(id: string): Promise<ChangeOutcome>;
  endAllSubscriptions(): Promise<ChangeOutcome>;
  /** Other ways to be told than the mini program. */
  chooseOfficialAccount(): Promise<ChangeOutcome>;
  leaveOfficialAccount(): Promise<ChangeOutcome>;
  /** @param code of WeChat's phone-number button */
  choosePhone(code: string): Promise<ChangeOutcome>;
  leavePhone(): Promise<ChangeOutcome>;
  signOut(): Promise<ChangeOutcome>;
}

/** Where a topic, department or policy stands in the API. */
export interface TargetAddress {
  folder: TargetFolder;
  code: string;
}

/** A search to be told about, as the API takes it. */
export interface SavedSearch extends Partial<Record<SavedFilter, string[]>> {
  q: string;
}

/** What can be changed of a subscription. */
export interface SubscriptionChange {
  paused?: boolean;
  frequency?: Frequency;
}

async function change(method: string, path: string, body?: unknown): Promise<ChangeOutcome> {
  try {
    const answer = await sendToApi(method, path, body);
    if (isOk(answer)) return { kind: 'done' };
    if (answer.status === 401) return { kind: 'sign-in' };
    return { kind: 'failed', reason: detailOf(answer) || '没有成功，请稍后再试。' };
  } catch {
    return { kind: 'failed', reason: '网络连接失败，请检查网络后重试。' };
  }
}

const subscriptionPath = (id: string): string => `/me/subscriptions/items/${encodeURIComponent(id)}`;

const targetPath = ({ folder, code }: TargetAddress): string =>
  `/me/subscriptions/${folder}/${encodeURIComponent(code)}`;

/** The account as far as it is known without asking: without a session there is nobody. */
export function createAccount(hasSession: boolean): Account {
  let asked: Promise<void> | null = null;

  const forget = (): void => {
    account.status = 'anonymous';
    account.me = null;
  };

  async function ask(): Promise<void> {
    const answer = await fetchApi.get('/me').catch(() => null);
    if (answer && isOk(answer)) {
      account.me = answer.body as MeView;
      account.status = 'signed-in';
    } else if (answer?.status === 401) {
      forget();
    } else {
      asked = null;
    }
  }

  /** Keeps what is known of the person in step with a change. */
  function note({ folder, code }: TargetAddress, subscribed: boolean): void {
    if (!account.me) return;
    const others = account.me[folder].filter((known) => known !== code);
    account.me[folder] = subscribed ? [...others, code] : others;
  }

  async function withSession(method: string, path: string, body?: unknown): Promise<ChangeOutcome> {
    const outcome = await change(method, path, body);
    if (outcome.kind === 'sign-in') forget();
    return outcome;
  }

  /** The answer says nothing new: what is masked, only the API knows. */
  async function changeContact(method: string, path: string, body?: unknown): Promise<ChangeOutcome> {
    const outcome = await withSession(method, `/me/contacts/${path}`, body);
    if (outcome.kind === 'done') await ask();
    return outcome;
  }

  const account: Account = reactive({
    status: hasSession ? 'unknown' : 'anonymous',
    me: null,
    hasRead: false,
    async ensure() {
      if (account.status === 'anonymous') return;
      asked ??= ask();
      await asked;
    },
    isSubscribed: ({ folder, code }) => account.me?.[folder].includes(code) ?? false,
    async subscribe(target, frequency) {
      const outcome = await withSession('PUT', targetPath(target), frequency && { frequency });
      if (outcome.kind === 'done') note(target, true);
      return outcome;
    },
    async unsubscribe(target) {
      const outcome = await withSession('DELETE', targetPath(target));
      if (outcome.kind === 'done') note(target, false);
      return outcome;
    },
    async subscribeToTopics(codes, frequency) {
      const outcome = await withSession('POST', '/me/subscriptions/topics', { codes, frequency });
      if (outcome.kind === 'done') codes.forEach((code) => note({ folder: 'topics', code }, true));
      return outcome;
    },
    saveSearch: (search, frequency) =>
      withSession('POST', '/me/subscriptions/searches', { ...search, frequency }),
    lacksConsent: () => account.me !== null && !account.me.consents.some(({ remaining }) => remaining > 0),
    async markRead(message) {
      const outcome = await withSession('PUT', `/me/messages/${encodeURIComponent(message)}/read`);
      if (outcome.kind === 'done') account.hasRead = true;
      if (outcome.kind === 'done' && account.me) account.me.unread = Math.max(0, account.me.unread - 1);
      return outcome;
    },
    changeSubscription: (id, changes) => withSession('PATCH', subscriptionPath(id), changes),
    endSubscription: (id) => withSession('DELETE', subscriptionPath(id)),
    restoreSubscription: (id) => withSession('POST', `${subscriptionPath(id)}/restore`),
    endAllSubscriptions: () => withSession('DELETE', '/me/subscriptions'),
    chooseOfficialAccount: () => changeContact('PUT', 'official-account'),
    leaveOfficialAccount: () => changeContact('DELETE', 'official-account'),
    choosePhone: (code) => changeContact('PUT', 'phone', { code }),
    leavePhone: () => changeContact('DELETE', 'phone'),
    async signOut() {
      const outcome = await withSession('DELETE', '/sessions/current');
      if (outcome.kind === 'failed') return outcome;
      forget();
      forgetTab();
      return outcome;
    },
  });
  return account;
}
