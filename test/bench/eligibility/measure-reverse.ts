import type { INestApplicationContext } from '@nestjs/common';
import { ClausesService } from '../../../src/clauses/clauses.service.js';
import { BEFORE_ALL_IDS } from '../../../src/database/new-id.js';
import { ProfileMatchingService } from '../../../src/eligibility/profile-matching.service.js';
import { RuleBookService } from '../../../src/eligibility/rule-book.service.js';
import { Chance, randomAnswers } from '../../../libs/eligibility/testing/random-rules.js';
import { peerEngine, peerFacts } from './peer.js';

const PEER_SAMPLE = 20_000;
const SAMPLE_EVERY_MS = 20;

/** How long it takes to find the stored profiles that one clause fits. */
export interface ReverseFigures {
  profiles: number;
  found: number;
  seconds: number;
  /** Of this process, its threads included. */
  peak_rss_bytes: number;
  rss_before_bytes: number;
  /** The peer alone, on answers that nobody sealed or stored; from a sample. */
  peer_seconds: number;
  peer_sample: number;
  ratio: number;
}

/** Reads, opens and judges all stored profiles of citizens by one clause of the demonstration. */
export async function measureReverse(
  app: INestApplicationContext,
  code: string,
  profiles: number,
  day: string,
): Promise<ReverseFigures> {
  const book = app.get(RuleBookService, { strict: false });
  const entries = [...(await book.current()).values()];
  const row = entries.find((entry) => entry.row.clause.code === code)?.row;
  if (!row) throw new Error(`No clause ${code}`);
  const loaded = (await app.get(ClausesService, { strict: false }).rowsOfVersions([row.version.id])).get(
    row.version.id,
  );
  const [read] = app.get(ProfileMatchingService, { strict: false }).readersOf(loaded ?? row);
  if (!read) throw new Error('No rules');
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_EVERY_MS);
  const started = performance.now();
  let found = 0;
  for (let after: string | undefined = BEFORE_ALL_IDS; after !== undefined;) {
    const page = await read(after);
    found += page.matches.length;
    after = page.complete ? undefined : page.upTo;
  }
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(timer);
  const eligibility = row.version.eligibility as { citizen: { when: object } };
  const engine = peerEngine([{ code, plain: eligibility.citizen.when }], day);
  const chance = new Chance(3);
  const facts = Array.from({ length: PEER_SAMPLE }, () =>
    peerFacts('citizen', randomAnswers(chance, 'citizen'), book.today()),
  );
  const begun = performance.now();
  for (const one of facts) await engine.run(one);
  const peer = ((performance.now() - begun) / 1_000) * (profiles / PEER_SAMPLE);
  return {
    profiles,
    found,
    seconds,
    peak_rss_bytes: peak,
    rss_before_bytes: before,
    peer_seconds: peer,
    peer_sample: PEER_SAMPLE,
    ratio: peer / seconds,
  };
}
