import { type Answers, SENSITIVITIES, type Sensitivity, type Subject } from '#libs/eligibility';
import type { MatchPackSeal, SealedColumns } from './match-pack-seal.js';
import type { ProfileSeal, SealedRow } from './profile-seal.js';
import { CannotOpenError } from './sealed-bytes.js';

/** What a pack is made of. */
export interface PackPlan {
  id: string;
  subject: Subject;
  /** Ids with blanks between, in the order of the rows. */
  profiles: string;
  rows: SealedRow[];
}

export type MadePack = SealedColumns & { keyId: string; unreadable: number };

/** Opens rows and seals what can be asked of them as a pack; what cannot be opened counts as not answered. */
export function makePack(seal: ProfileSeal, packSeal: MatchPackSeal, plan: PackPlan): MadePack {
  const answers: Record<Sensitivity, Answers[]> = { general: [], personal: [], sensitive: [] };
  let unreadable = 0;
  for (const row of plan.rows) {
    let readable = true;
    for (const sensitivity of SENSITIVITIES) {
      const opened = opening(seal, row, sensitivity);
      readable &&= opened !== null;
      answers[sensitivity].push(opened ?? {});
    }
    if (!readable) unreadable += 1;
  }
  return { ...packSeal.seal(plan, answers), unreadable };
}

/** What a person called the profile is among it; the pack's seal leaves that out. */
function opening(seal: ProfileSeal, row: SealedRow, sensitivity: Sensitivity): Answers | null {
  try {
    return seal.openOne(row, sensitivity) as Answers;
  } catch (error) {
    if (error instanceof CannotOpenError) return null;
    throw error;
  }
}
