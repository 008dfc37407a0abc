import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALWAYS, Fixture, ONCE, optionsWith } from './testing/fixture.js';
import { Receiver } from './testing/receiver.js';

const AN_HOUR = 3_600_000;
let folder: string;
let dataFile: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wechat-simulator-'));
  dataFile = join(folder, 'wechat.sqlite');
  receiver = await Receiver.start();
});
afterEach(async () => {
  await receiver.stop();
  await rm(folder, { recursive: true });
});

function options(callbackRetryDelaysMs: [number, number, number] = [1, 1, 1]) {
  const callback = { url: receiver.url, token: 't', mode: 'plain', format: 'json' } as const;
  return optionsWith({ dataFile, callbackRetryDelaysMs }, callback);
}

describe('starting again with the same data file', () => {
  it('keeps phones, messages and consents', async () => {
    const first = await Fixture.start(options());
    const openid = await first.accept(ALWAYS);
    const { items } = await first.control<{ items: { openids: object }[] }>('/_sim/users', {
      nickname: '赵',
      count: 2,
      consents: [{ templateId: ONCE, times: 2 }],
    });
    const [other] = Object.values(items[0]?.openids ?? {}) as string[];
    await first.send(openid, ALWAYS);
    await first.stop();

    const second = await Fixture.start(options());
    await second.send(openid, ALWAYS);
    await second.send(other ?? '');
    expect(await second.control(`/_sim/messages?openid=${openid}`)).toMatchObject({ total: 2 });
    expect(await second.control(`/_sim/consents?openid=${other}`)).toMatchObject({
      items: [{ remaining: 1 }],
    });
    await second.stop();
  });

  it('pushes what was waiting for its repetition', async () => {
    const first = await Fixture.start(options([0, AN_HOUR, AN_HOUR]));
    receiver.status = 500;
    await first.accept();
    await receiver.received(1);
    await first.stop();
    const before = receiver.pushes.length;
    receiver.status = 200;

    const clock = Date.now() + 2 * AN_HOUR;
    const second = await Fixture.start({ ...options(), now: () => clock });
    await second.simulator.settled();
    expect(receiver.pushes.length).toBe(before + 1);
    expect(await second.control('/_sim/events')).toMatchObject({ counts: { delivered: 1, pending: 0 } });
    await second.stop();
  });

  it('pushes what a killed process had accepted and not yet pushed', async () => {
    // The child's pushes go to a port where nobody listens; it is killed with the event still pending.
    const script = fileURLToPath(new URL('./testing/killed-simulator.js', import.meta.url));
    const child = spawn(process.execPath, [script, dataFile, receiver.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { openid, msgId } = JSON.parse(output.toString()) as { openid: string; msgId: string };
    expect(receiver.pushes).toHaveLength(0);

    const second = await Fixture.start(options());
    await second.simulator.settled();
    expect(receiver.pushes.map(({ body }) => body)).toContainEqual(expect.stringContaining(msgId));
    expect(await second.control(`/_sim/messages?openid=${openid}`)).toMatchObject({ items: [{ msgId }] });
    await second.stop();
  });
});
