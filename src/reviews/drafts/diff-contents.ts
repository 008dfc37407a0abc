import { diffArrays } from 'diff';
import { describeRule } from '#libs/eligibility';
import { areaName } from '../../common/areas.js';
import { fieldLabel } from '../draft.labels.js';
import { changedFields, type DraftContent, RULE_FIELD } from './draft-content.js';

/** A piece of a text that stayed, came, or went. */
export interface DiffPart {
  op: 'same' | 'added' | 'removed';
  text: string;
}

/** How one field differs, in texts that people can read. */
export interface FieldDiff {
  field: string;
  label: string;
  change: 'added' | 'removed' | 'changed';
  before: string;
  after: string;
  parts: DiffPart[];
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Beyond this, a text is compared by lines: words would take too long and help nobody. */
const LONGEST_BY_WORDS = 20_000;

/** One line an item; the values of an object in their order. */
function readable(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return (value as unknown[]).map(readable).join('\n');
  if (typeof value === 'object') return Object.values(value).map(readable).filter(Boolean).join('｜');
  return String(value as string | number | boolean);
}

const readableRule = (value: unknown): string => describeRule(value, areaName).join('\n');

function unitsOf(text: string): string[] {
  if (text.length > LONGEST_BY_WORDS) return text.split(/(?<=\n)/);
  return [...WORDS.segment(text)].map(({ segment }) => segment);
}

/** The pieces of which two texts consist, in reading order. */
export function diffTexts(before: string, after: string): DiffPart[] {
  return diffArrays(unitsOf(before), unitsOf(after)).map(({ added, removed, value }) => ({
    op: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** The fields that differ, each with its pieces. */
export function diffContents(before: DraftContent, after: DraftContent): FieldDiff[] {
  return changedFields(before, after).map((change) => {
    const toText = change.field === RULE_FIELD ? readableRule : readable;
    const [old, now] = [toText(change.before), toText(change.after)];
    return {
      field: change.field,
      label: fieldLabel(change.field),
      change: change.before === null ? 'added' : change.after === null ? 'removed' : 'changed',
      before: old,
      after: now,
      parts: diffTexts(old, now),
    };
  });
}
