import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { EstimateView } from '../../../../src/subscriptions/subscription.view.js';
import type { Frequency } from '../../../../src/subscriptions/subscription.terms.js';
import type { ChangeOutcome } from './account.js';
import { askEstimate } from './estimate.js';
import { rememberWish } from './pending-subscription.js';
import { usePortal } from './portal-state.js';

/** What somebody is about to subscribe to. */
export interface Wish {
  /** Tells wishes apart, also after a log-in. */
  key: string;
  /** As people read it, e.g. `“就业创业”`. */
  name: string;
  /** Where the API says what it would bring. */
  estimate: string;
  /** What is said once it is done. */
  done: string;
  send(frequency?: Frequency): Promise<ChangeOutcome>;
}

/** A wish that would bring many messages, and what was said about it. */
export interface Question {
  wish: Wish;
  estimate: EstimateView;
}

/** One place where people subscribe: what it works on, asks and says. */
export interface Subscribing {
  /** Key of the wish under way, empty where none is. */
  working: Ref<string>;
  news: Ref<string>;
  failed: Ref<boolean>;
  /** Asks for a WeChat permission: only after a subscription, and only when none is left. */
  offered: Ref<boolean>;
  question: ShallowRef<Question | null>;
  /** Subscribes, after a log-in where nobody is signed in, and after a question where it would bring many messages. */
  wish(wish: Wish): Promise<void>;
  /** Answers the question: how soon, or not at all. */
  answer(frequency: Frequency | null): Promise<void>;
  /** Does another change and says what came of it. */
  change(key: string, action: () => Promise<ChangeOutcome>, done: string): Promise<void>;
}

/** The steps from a press of a button to a subscription, the same wherever the button stands. */
export function useSubscribing(): Subscribing {
  const { account } = usePortal();
  const route = useRoute();
  const router = useRouter();
  const [working, news] = [ref(''), ref('')];
  const [failed, offered] = [ref(false), ref(false)];
  const question = shallowRef<Question | null>(null);

  async function signIn(wish?: Wish): Promise<void> {
    if (wish) rememberWish(wish.key);
    const { href } = router.resolve({ path: route.path, query: route.query, hash: '#subscribe' });
    await router.push({ path: '/login', query: { next: href } });
  }

  async function change(
    key: string,
    action: () => Promise<ChangeOutcome>,
    done: string,
    wish?: Wish,
  ): Promise<void> {
    working.value = key;
    const outcome = await action();
    working.value = '';
    if (outcome.kind === 'sign-in') return signIn(wish);
    failed.value = outcome.kind === 'failed';
    news.value = outcome.kind === 'failed' ? outcome.reason : done;
    if (outcome.kind === 'done' && wish) offered.value = account.lacksConsent();
  }

  return {
    working,
    news,
    failed,
    offered,
    question,
    change,
    async wish(wish) {
      question.value = null;
      await account.ensure();
      if (account.status === 'anonymous') return signIn(wish);
      working.value = wish.key;
      const estimate = await askEstimate(wish.estimate);
      working.value = '';
      if (estimate?.many) question.value = { wish, estimate };
      else await change(wish.key, () => wish.send(), wish.done, wish);
    },
    async answer(frequency) {
      const wish = question.value?.wish;
      question.value = null;
      if (wish && frequency) await change(wish.key, () => wish.send(frequency), wish.done, wish);
    },
  };
}
