import { describe, expect, it } from '@jest/globals';
import { BackgroundLoop } from './background-loop.js';

const LONG = 3_600_000;

/** A loop whose steps the test can wait for; it would sleep for an hour when nobody wakes it. */
function loopOf(results: (boolean | Error)[]) {
  const errors: unknown[] = [];
  let steps = 0;
  let told: () => void = () => undefined;
  const loop = new BackgroundLoop({
    step: () => {
      const result = results[steps++] ?? false;
      told();
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    },
    idleMs: LONG,
    onError: (error) => errors.push(error),
  });
  const reached = async (count: number): Promise<void> => {
    while (steps < count) await new Promise<void>((resolve) => (told = resolve));
  };
  return { loop, errors, reached, steps: () => steps };
}

describe('BackgroundLoop', () => {
  it('goes on at once while there is work, then waits', async () => {
    const { loop, reached, steps } = loopOf([true, true, false]);
    loop.start();
    await reached(3);
    await loop.stop();
    expect(steps()).toBe(3);
  });

  it('looks again when woken', async () => {
    const { loop, reached } = loopOf([false, true, false]);
    loop.start();
    await reached(1);
    loop.wake();
    await reached(3);
    await loop.stop();
  });

  it('does not miss a call that comes during a step', async () => {
    const { loop, reached } = loopOf([false, false]);
    loop.start();
    loop.wake();
    await reached(2);
    await loop.stop();
  });

  it('survives a failing step', async () => {
    const fault = new Error('database away');
    const { loop, errors, reached } = loopOf([fault, false]);
    loop.start();
    await reached(1);
    await new Promise(setImmediate);
    loop.wake();
    await reached(2);
    await loop.stop();
    expect(errors).toEqual([fault]);
  });

  it('waits for the step under way before it is stopped', async () => {
    let finish: (worked: boolean) => void = () => undefined;
    let ended = false;
    const loop = new BackgroundLoop({
      step: () => new Promise<boolean>((resolve) => (finish = resolve)).finally(() => (ended = true)),
      idleMs: LONG,
      onError: () => undefined,
    });
    loop.start();
    const stopped = loop.stop();
    finish(true);
    await stopped;
    expect(ended).toBe(true);
  });
});
