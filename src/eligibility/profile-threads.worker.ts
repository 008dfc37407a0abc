import { workerData } from 'node:worker_threads';
import { makePack, type MadePack, type PackPlan } from './make-pack.js';
import { MatchPackSeal } from './match-pack-seal.js';
import type { SealedPack } from './match-packs.repository.js';
import { type Judgement, type Outcome, ProfileJudge } from './profile-judge.js';
import { type ProfileKey, ProfileSeal, type SealedRow } from './profile-seal.js';

const { keys } = workerData as { keys: ProfileKey[] };
const seal = new ProfileSeal(keys);
const packSeal = new MatchPackSeal(keys);
const judge = new ProfileJudge(seal, packSeal);

// Entries of a thread, by name.

export const judgeRows = (task: { judgement: Judgement; rows: SealedRow[] }): Outcome =>
  judge.judgeRows(task.judgement, task.rows);

export const judgePack = (task: { judgement: Judgement; pack: SealedPack }): number[] | null =>
  judge.judgePack(task.judgement, task.pack);

export const pack = (plan: PackPlan): MadePack => makePack(seal, packSeal, plan);
