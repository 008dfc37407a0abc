import { type DataSource } from 'typeorm';
import { Delivery } from '../../../src/notifications/delivery.entity.js';
import { startServerProcess } from '../../support/server-process.js';
import { until } from '../../support/until.js';
import { runChild } from './run-child.js';

/** Connections at a time, as many as the worker's. */
const CONCURRENCY = 256;
/** Fewer than the slowest machine ends in a second. */
const ENDED_PER_SECOND = 250;
const LOOK_MS = 100;
const PAGE = 1_000;

export interface SendingFigures {
  messages: number;
  seconds: number;
  per_s: number;
  bare_client_per_s: number;
}

/** What the simulator saw of the push. */
export interface Tally {
  duplicates: number;
  missing: number;
}

interface Phone {
  total: number;
  items: { id: number; openid: string; page: string; sentAt: number }[];
}

async function readMessages(simulator: string): Promise<Phone['items']> {
  const all: Phone['items'] = [];
  for (let before = ''; ;) {
    const answer = await fetch(`${simulator}/_sim/messages?limit=${PAGE}${before}`);
    const { items } = (await answer.json()) as Phone;
    all.push(...items);
    if (items.length < PAGE) return all;
    before = `&before=${items.at(-1)?.id}`;
  }
}

/**
 * Lets workers send what waits, and a bare HTTP client send as many messages to the same people before.
 * @param workers processes beside each other
 */
export async function measureSending(
  source: DataSource,
  settings: Record<string, string>,
  openIds: readonly string[],
  workers: number,
): Promise<{ send: SendingFigures; tally: Tally }> {
  const simulator = settings.SIMULATOR_URL ?? '';
  const bare = await runChild('bare-sender.js', [simulator, String(CONCURRENCY)], {}, openIds.join('\n'));
  const processes = await Promise.all(
    Array.from({ length: workers }, () => startServerProcess(settings, 'worker')),
  );
  const open = source.getRepository(Delivery);
  await until(
    'everything sent',
    async () => !(await open.existsBy([{ state: 'pending' }, { state: 'claimed' }, { state: 'sending' }])),
    60 + (await open.count()) / ENDED_PER_SECOND,
    LOOK_MS,
  );
  await Promise.all(processes.map((process) => process.stop()));
  const messages = (await readMessages(simulator)).filter(({ page }) => !page.startsWith('pages/bench'));
  const times = messages.map(({ sentAt }) => sentAt);
  const seconds = (times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))) / 1000;
  const people = new Set(messages.map(({ openid }) => openid));
  return {
    send: {
      messages: messages.length,
      seconds,
      per_s: messages.length / seconds,
      bare_client_per_s: Number(bare),
    },
    tally: {
      duplicates: messages.length - people.size,
      missing: openIds.filter((openId) => !people.has(openId)).length,
    },
  };
}
