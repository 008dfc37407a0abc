import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ALWAYS, failureOf, Fixture, newClient, optionsWith } from './testing/fixture.js';

let sim: Fixture;
let openid: string;
beforeEach(async () => {
  sim = await Fixture.start(optionsWith(), 400);
  openid = await sim.accept(ALWAYS);
  await sim.send(openid, ALWAYS);
});
afterEach(() => sim.stop());

describe('what the client makes of a fault', () => {
  it.each([
    // target, fault, kind, messages on the phone after the one from before
    ['send', { kind: 'errcode', errcode: -1 }, 'retry', 0],
    ['send', { kind: 'errcode', errcode: 45009, errmsg: 'reach max' }, 'slow_down', 0],
    ['send', { kind: 'errcode', errcode: 45168 }, 'permanent', 0],
    ['send', { kind: 'http_500' }, 'unknown_outcome', 0],
    ['send', { kind: 'http_500', accepted: true }, 'unknown_outcome', 1],
    ['send', { kind: 'drop' }, 'unknown_outcome', 0],
    ['send', { kind: 'drop', accepted: true }, 'unknown_outcome', 1],
    ['send', { kind: 'hang' }, 'unknown_outcome', 0],
    ['send', { kind: 'hang', accepted: true }, 'unknown_outcome', 1],
    ['send', { kind: 'latency', ms: 2000 }, 'unknown_outcome', 0],
  ])('%s %j is %s', async (target, fault, kind, arrived) => {
    await sim.control('/_sim/faults', { target, ...fault });
    expect(await failureOf(sim.send(openid, ALWAYS))).toMatchObject({ kind });
    expect(await sim.messageCount()).toBe(1 + arrived);
    await sim.send(openid, ALWAYS);
  });

  it.each([{ kind: 'hang' }, { kind: 'drop' }, { kind: 'http_500' }, { kind: 'errcode', errcode: 50004 }])(
    'never leaves a message in doubt when only the token failed: %j',
    async (fault) => {
      const fresh = newClient(sim.simulator.url, 400);
      await sim.control('/_sim/faults', { target: 'token', ...fault });
      const error = await failureOf(
        fresh.sendSubscribeMessage({ openId: openid, templateId: ALWAYS, data: {} }),
      );
      expect(error.kind).toBe(fault.kind === 'errcode' ? 'slow_down' : 'retry');
      await fresh.close();
    },
  );

  it('is retry when the simulator is gone', async () => {
    const { url } = sim.simulator;
    await sim.simulator.close();
    const late = newClient(url);
    expect(await failureOf(late.code2Session('x'))).toMatchObject({ kind: 'retry' });
    await late.close();
    sim = await Fixture.start();
  });

  it('takes a slow answer that is still in time', async () => {
    await sim.control('/_sim/faults', { target: 'send', kind: 'latency', ms: 50 });
    await sim.send(openid, ALWAYS);
    expect(await sim.messageCount()).toBe(2);
  });
});

describe('planning faults', () => {
  it.each([
    { target: 'send', kind: 'explode' },
    { target: 'send', kind: 'latency', ms: 1e9 },
    { target: 'send', kind: 'drop', times: 0 },
    { kind: 'drop' },
  ])('refuses %j', async (fault) => {
    await expect(sim.control('/_sim/faults', fault)).rejects.toThrow('HTTP 400');
  });

  it('is refused to a foreign web page', async () => {
    const response = await fetch(`${sim.simulator.url}/_sim/reset`, {
      method: 'POST',
      headers: { origin: 'https://example.com' },
    });
    expect(response.status).toBe(403);
    expect(await sim.messageCount()).toBe(1);
  });

  it('is undone by a reset, which leaves the demo people with the openids they had', async () => {
    await sim.control('/_sim/faults', { target: 'send', kind: 'drop', times: 9 });
    await fetch(`${sim.simulator.url}/_sim/reset`, { method: 'POST' });
    expect(await sim.messageCount()).toBe(0);
    expect(await sim.control('/_sim/faults')).toEqual({ items: [] });
    expect(await sim.accept(ALWAYS)).toBe(openid);
    await sim.send(openid, ALWAYS);
  });
});
