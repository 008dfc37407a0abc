import { contentHash } from '../../common/content-hash.js';
import type { InputFault } from '../../common/domain.error.js';
import type { DraftKind } from '../draft.terms.js';

/** What a draft says: fields by name, as the record of its kind has them; unfinished ones may be missing. */
export type DraftContent = Record<string, unknown>;

/** One field before and after; null where it said nothing. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** What a field may hold: a text, a number, a rule (any object, checked by the record), a list of one shape, or an object of shapes. */
export type Shape = 'text' | 'number' | 'rule' | readonly [Shape] | { readonly [field: string]: Shape };
export type ContentShape = Readonly<Record<string, Shape>>;

/** No text of a record is longer; the record's own limits are told as faults, and do not keep a draft from being saved. */
const LONGEST_TEXT = 400_000;
const LONGEST_LIST = 300;
const LONGEST_RULE = 100_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shapeFault(shape: Shape, value: unknown, path: string): InputFault | null {
  if (value === undefined || value === null) return null;
  if (shape === 'text') {
    const fits = typeof value === 'string' && value.length <= LONGEST_TEXT;
    return fits ? null : { path, message: '应为文字，且不能过长' };
  }
  if (shape === 'rule') {
    const fits = isObject(value) && JSON.stringify(value).length <= LONGEST_RULE;
    return fits ? null : { path, message: '应为一条规则，且不能过长' };
  }
  if (shape === 'number') {
    return typeof value === 'number' && Number.isFinite(value) ? null : { path, message: '应为数字' };
  }
  if (isListShape(shape)) {
    if (!Array.isArray(value) || value.length > LONGEST_LIST) {
      return { path, message: `应为列表，最多 ${LONGEST_LIST} 项` };
    }
    const items = (value as unknown[]).map((item, index) => shapeFault(shape[0], item, `${path}.${index}`));
    return items.find((fault) => fault !== null) ?? null;
  }
  return isObject(value)
    ? (shapeFaults(shape, value, `${path}.`)[0] ?? null)
    : { path, message: '应为一组字段' };
}

const isListShape = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

/** What keeps a content from being saved at all: unknown fields, and values of another type. */
export function shapeFaults(shape: ContentShape, content: DraftContent, prefix = ''): InputFault[] {
  return Object.entries(content).flatMap(([field, value]) => {
    const expected = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const path = prefix + field;
    if (expected === undefined) return [{ path, message: '没有这个字段，请删去' }];
    return shapeFault(expected, value, path) ?? [];
  });
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map(tidyValue).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value)) {
    const inner = tidyContent(value);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  return value ?? undefined;
}

/** In a rule, an empty list says something. */
export const RULE_FIELD = 'eligibility';

/** The content without what says nothing (blanks around texts, empty texts, lists and objects), so equal meaning is equal. */
export function tidyContent(content: DraftContent): DraftContent {
  return Object.fromEntries(
    Object.entries(content)
      .map(
        ([field, value]) => [field, field === RULE_FIELD ? (value ?? undefined) : tidyValue(value)] as const,
      )
      .filter(([, value]) => value !== undefined),
  );
}

/** The hash that decisions are about. */
export const draftHash = (kind: DraftKind, code: string, content: DraftContent): string =>
  contentHash({ kind, code, content });

/** The fields that differ, in the order of their names. */
export function changedFields(before: DraftContent, after: DraftContent): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => contentHash([before[field]]) !== contentHash([after[field]]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Two changes of one content after each other, as one; what was changed back is no change. */
export function mergeChanges(earlier: readonly FieldChange[], later: readonly FieldChange[]): FieldChange[] {
  const merged = new Map(earlier.map((change) => [change.field, change]));
  for (const change of later) {
    const before = merged.get(change.field)?.before ?? null;
    merged.set(change.field, merged.has(change.field) ? { ...change, before } : change);
  }
  return [...merged.values()];
}
