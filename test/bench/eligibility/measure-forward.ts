import { compileCondition, encodeAnswers, type Subject } from '#libs/eligibility';
import { Chance, randomAnswers } from '../../../libs/eligibility/testing/random-rules.js';
import { demoParts, repeated } from './demo-parts.js';
import { peerEngine, peerFacts } from './peer.js';

const ROUNDS = 300;
const PEER_ROUNDS = 12;

/** How long it takes to judge one profile by many clauses. */
export interface ForwardFigures {
  clauses: number;
  p95_ms: number;
  peer_p95_ms: number;
  ratio: number;
}

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** Judges random profiles by the demonstration's rules, over and over; the peer by the same. */
export async function measureForward(clauses: number, today: number, day: string): Promise<ForwardFigures> {
  const subject: Subject = 'citizen';
  const parts = repeated(demoParts(subject, today), clauses);
  const judges = parts.map(({ part }) => compileCondition(part.when, subject, today));
  const chance = new Chance(1);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = randomAnswers(chance, subject);
    const started = performance.now();
    const values = encodeAnswers(subject, answers, today);
    for (const judge of judges) found += judge(values);
    times.push(performance.now() - started);
  }
  const engine = peerEngine(
    parts.map(({ code, plain }, place) => ({ code: `${code} ${place}`, plain })),
    day,
  );
  const peerTimes: number[] = [];
  for (let round = 0; round < PEER_ROUNDS; round += 1) {
    const facts = peerFacts(subject, randomAnswers(chance, subject), today);
    const started = performance.now();
    await engine.run(facts);
    peerTimes.push(performance.now() - started);
  }
  if (found === 0) throw new Error('Nothing was judged');
  const [ours, peer] = [p95(times), p95(peerTimes)];
  return { clauses, p95_ms: ours, peer_p95_ms: peer, ratio: peer / ours };
}
