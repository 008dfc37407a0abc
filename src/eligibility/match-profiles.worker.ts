import { workerData } from 'node:worker_threads';
import {
  type Answers,
  compileCondition,
  encodeAnswers,
  type Evaluate,
  parseRule,
  type Sensitivity,
  type Subject,
  TRUE,
} from '#libs/eligibility';
import { CannotOpenError, type ProfileKey, ProfileSeal, type SealedRow } from './profile-seal.js';

/** A page of profiles to be judged by one clause version. */
export interface MatchTask {
  versionId: string;
  /** The rules as stored, and the conditions that they are bound to. */
  eligibility: object;
  conditions: string[];
  subject: Subject;
  today: number;
  sensitivities: Sensitivity[];
  rows: SealedRow[];
}

/** Which rows fit, by their place, and how many could not be opened. */
export interface MatchOutcome {
  fits: number[];
  unreadable: number;
}

const seal = new ProfileSeal((workerData as { keys: ProfileKey[] }).keys);
let known: { key: string; evaluate: Evaluate | null } | null = null;

function evaluatorOf({ versionId, eligibility, conditions, subject, today }: MatchTask): Evaluate | null {
  const key = `${versionId} ${subject} ${today}`;
  if (known?.key !== key) {
    const part = parseRule(eligibility, conditions, today).rule?.parts[subject];
    known = { key, evaluate: part ? compileCondition(part.when, subject, today) : null };
  }
  return known.evaluate;
}

/** Entry of a judging thread: opens profiles, judges them, and forgets them. */
export default function match(task: MatchTask): MatchOutcome {
  const evaluate = evaluatorOf(task);
  const outcome: MatchOutcome = { fits: [], unreadable: 0 };
  if (!evaluate) return outcome;
  for (const [place, row] of task.rows.entries()) {
    try {
      const answers = seal.open(row, task.sensitivities) as Answers;
      if (evaluate(encodeAnswers(task.subject, answers, task.today)) === TRUE) outcome.fits.push(place);
    } catch (error) {
      if (!(error instanceof CannotOpenError)) throw error;
      outcome.unreadable += 1;
    }
  }
  return outcome;
}
