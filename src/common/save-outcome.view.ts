import { ApiProperty } from '@nestjs/swagger';
import { InvalidInputError } from './common.errors.js';
import type { SaveReport } from './save-report.js';

export const SAVE_OUTCOMES = ['created', 'updated', 'unchanged'] as const;
export type SaveOutcome = (typeof SAVE_OUTCOMES)[number];

/** What became of one record. */
export class SaveOutcomeView {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: SAVE_OUTCOMES }) outcome!: SaveOutcome;
}

/**
 * What became of the only record of a save.
 * @throws InvalidInputError where the save left it out
 */
export function outcomeOf(code: string, { counts, faults }: SaveReport): SaveOutcomeView {
  if (faults.length > 0) throw new InvalidInputError(faults.map(({ path, message }) => ({ path, message })));
  return { code, outcome: counts.created ? 'created' : counts.updated ? 'updated' : 'unchanged' };
}
