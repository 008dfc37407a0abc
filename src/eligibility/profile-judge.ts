import {
  type Answers,
  attributesNeeded,
  compileCondition,
  encodeAnswers,
  type Evaluate,
  judgeColumns,
  parseRule,
  readColumns,
  type Sensitivity,
  type Subject,
  TRUE,
} from '#libs/eligibility';
import type { MatchPackSeal } from './match-pack-seal.js';
import type { SealedPack } from './match-packs.repository.js';
import type { ProfileSeal, SealedRow } from './profile-seal.js';
import { CannotOpenError } from './sealed-bytes.js';

/** By which clause version profiles are judged, and what of them is opened for that. */
export interface Judgement {
  versionId: string;
  /** The rules as stored, and the conditions that they are bound to. */
  eligibility: object;
  conditions: string[];
  subject: Subject;
  today: number;
  sensitivities: Sensitivity[];
}

/** Which profiles fit, by their place, and how many could not be opened. */
export interface Outcome {
  fits: number[];
  unreadable: number;
}

interface Compiled {
  key: string;
  evaluate: Evaluate;
  needed: string[];
}

/** Opens profiles, judges them, and forgets them. */
export class ProfileJudge {
  private known: Compiled | null = null;

  constructor(
    private readonly seal: ProfileSeal,
    private readonly packSeal: MatchPackSeal,
  ) {}

  judgeRows(judgement: Judgement, rows: readonly SealedRow[]): Outcome {
    const compiled = this.compiled(judgement);
    const outcome: Outcome = { fits: [], unreadable: 0 };
    if (!compiled) return outcome;
    for (const [place, row] of rows.entries()) {
      try {
        const answers = this.seal.open(row, judgement.sensitivities) as Answers;
        const values = encodeAnswers(judgement.subject, answers, judgement.today);
        if (compiled.evaluate(values) === TRUE) outcome.fits.push(place);
      } catch (error) {
        if (!(error instanceof CannotOpenError)) throw error;
        outcome.unreadable += 1;
      }
    }
    return outcome;
  }

  /** Places of the profiles of a pack that fit; null where it cannot be opened. */
  judgePack(judgement: Judgement, pack: SealedPack): number[] | null {
    const compiled = this.compiled(judgement);
    if (!compiled) return [];
    const { subject, today, sensitivities } = judgement;
    const size = pack.profiles.split(' ').length;
    try {
      const columns = sensitivities.flatMap((sensitivity) => {
        const sealed = pack[sensitivity];
        return sealed
          ? readColumns(this.packSeal.open(pack, sensitivity, sealed), size, compiled.needed)
          : [];
      });
      return judgeColumns(compiled.evaluate, subject, columns, size, today);
    } catch (error) {
      if (error instanceof CannotOpenError) return null;
      throw error;
    }
  }

  /** Kept from page to page: a clause looks at hundreds of them. */
  private compiled({ versionId, eligibility, conditions, subject, today }: Judgement): Compiled | null {
    const key = `${versionId} ${subject} ${today}`;
    if (this.known?.key !== key) {
      const part = parseRule(eligibility, conditions, today).rule?.parts[subject];
      if (!part) return null;
      const evaluate = compileCondition(part.when, subject, today);
      this.known = { key, evaluate, needed: attributesNeeded(part.when, subject) };
    }
    return this.known;
  }
}
