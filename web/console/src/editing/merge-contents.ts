import type { DraftContent } from '../api/review-views.js';
import { differingFields, sameValue } from './draft-content.js';

/** Whose value of a field is kept where both changed it. */
export type Choice = 'mine' | 'theirs' | 'both';

/** What became of one content in two hands. */
export interface Divergence {
  /** Changed by others only: taken over. */
  taken: string[];
  /** Changed by both to different values: somebody must choose. */
  disputed: string[];
}

/** @param base what both began with */
export function divergence(base: DraftContent, mine: DraftContent, theirs: DraftContent): Divergence {
  const changed = differingFields(base, theirs);
  return {
    taken: changed.filter((field) => sameValue(base[field], mine[field])),
    disputed: changed.filter(
      (field) => !sameValue(base[field], mine[field]) && !sameValue(mine[field], theirs[field]),
    ),
  };
}

/** Fields that hold running text: their two wordings can stand below each other until somebody edits them. */
const LONG_TEXTS: ReadonlySet<string> = new Set(['benefit', 'summary', 'body']);

/** Whether both values of a field can be kept together. */
export const canKeepBoth = (field: string, mine: unknown, theirs: unknown): boolean =>
  (Array.isArray(mine) && Array.isArray(theirs)) ||
  (LONG_TEXTS.has(field) && typeof mine === 'string' && typeof theirs === 'string');

function together(mine: unknown, theirs: unknown): unknown {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return [...theirs, ...mine.filter((item) => !theirs.some((other) => sameValue(item, other)))];
  }
  return `${String(theirs)}\n${String(mine)}`;
}

/** What was typed here with what others saved; for disputed fields what was chosen, else what was typed. */
export function mergeContents(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
  choices: Readonly<Record<string, Choice>>,
): DraftContent {
  const { taken, disputed } = divergence(base, mine, theirs);
  const merged = { ...mine };
  for (const field of taken) merged[field] = theirs[field];
  for (const field of disputed) {
    if (choices[field] === 'theirs') merged[field] = theirs[field];
    if (choices[field] === 'both') merged[field] = together(mine[field], theirs[field]);
  }
  return merged;
}
