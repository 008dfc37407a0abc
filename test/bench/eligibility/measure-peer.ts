import { Chance, randomAnswers } from '../../../libs/eligibility/testing/random-rules.js';
import { demoParts } from './demo-parts.js';
import { peerEngine, peerFacts } from './peer.js';

const SAMPLE = 20_000;

/** The peer alone judges answers that nobody sealed or stored; worked out from a sample. */
export async function measurePeer(
  code: string,
  profiles: number,
  today: number,
  day: string,
): Promise<{ peer_seconds: number; peer_sample: number }> {
  const rules = demoParts('citizen', today).filter((part) => part.code === code);
  const engine = peerEngine(rules, day);
  const chance = new Chance(3);
  const facts = Array.from({ length: SAMPLE }, () =>
    peerFacts('citizen', randomAnswers(chance, 'citizen'), today),
  );
  const begun = performance.now();
  for (const one of facts) await engine.run(one);
  const seconds = (performance.now() - begun) / 1_000;
  return { peer_seconds: seconds * (profiles / SAMPLE), peer_sample: SAMPLE };
}
