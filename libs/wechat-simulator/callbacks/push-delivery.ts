import type { SimulatorApp } from '../simulator-options.js';
import type { Events, PushEvent } from '../state/events.js';
import { pushRequest } from './push-request.js';

const AT_A_TIME = 8;
/** Why a push was broken off. */
const TOO_LATE = new Error('no answer in time');

/** How pushes are delivered. */
export interface PushDeliveryOptions {
  apps: ReadonlyMap<string, SimulatorApp>;
  events: Events;
  now: () => number;
  /** Waits before each repetition, in milliseconds. */
  retryDelaysMs: readonly number[];
  /** How long a receiver may take to answer, in milliseconds. */
  timeoutMs: number;
}

/** Pushes pending events to the apps' callback addresses, repeats what failed and gives up in the end. */
export class PushDelivery {
  readonly #options: PushDeliveryOptions;
  readonly #running = new Map<number, Promise<void>>();
  readonly #underWay = new Set<AbortController>();
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #open = false;

  constructor(options: PushDeliveryOptions) {
    this.#options = options;
  }

  /** Begins to push, what a former process left behind first. */
  start(): void {
    this.#open = true;
    this.wake();
  }

  /** To be called whenever an event may have been added. */
  wake(): void {
    if (!this.#open || this.#running.size >= AT_A_TIME) return;
    clearTimeout(this.#timer);
    const { events, now } = this.#options;
    // Those under way are still pending in the database, hence the larger batch.
    const next = events.next(2 * AT_A_TIME).filter(({ id }) => !this.#running.has(id));
    if (next.length === 0 && this.#running.size === 0)
      this.#waiting.splice(0).forEach((resolve) => resolve());
    for (const event of next) {
      if (this.#running.size >= AT_A_TIME) return;
      const wait = event.dueAt - now();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.wake(), Math.min(wait, 60_000));
        return;
      }
      this.#running.set(event.id, this.#deliver(event));
    }
  }

  /** Resolves once nothing is pending. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.wake();
    });
  }

  /** Breaks off; what was under way stays pending and is pushed again by the next process. */
  async stop(): Promise<void> {
    this.#open = false;
    this.#underWay.forEach((controller) => controller.abort());
    clearTimeout(this.#timer);
    await Promise.all(this.#running.values());
  }

  async #deliver(event: PushEvent): Promise<void> {
    const error = await this.#push(event);
    this.#running.delete(event.id);
    const { events, now, retryDelaysMs } = this.#options;
    if (error === undefined) {
      events.delivered(event.id);
    } else if (this.#open) {
      const delay = retryDelaysMs[event.attempts];
      events.failed(event.id, error, delay === undefined ? undefined : now() + delay);
    }
    this.wake();
  }

  /** Pushes once; returns what went wrong, or undefined. */
  async #push(event: PushEvent): Promise<string | undefined> {
    const { apps, now, timeoutMs } = this.#options;
    const app = apps.get(event.appId);
    if (app?.callback === undefined) return 'the app has no callback address';
    const { url, contentType, body } = pushRequest(app, app.callback, event, now());
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(TOO_LATE), timeoutMs);
    this.#underWay.add(controller);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body,
        redirect: 'manual',
        signal: controller.signal,
      });
      const answer = (await response.text()).trim();
      if (response.status !== 200) return `HTTP ${response.status}`;
      return answer === '' || answer === 'success' ? undefined : 'answer is neither empty nor "success"';
    } catch (error) {
      return error === TOO_LATE ? 'no answer in time' : describe(error);
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(controller);
    }
  }
}

function describe(error: unknown): string {
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: { code?: unknown } };
  return String(cause?.code ?? name ?? 'failed');
}
