import type { DraftContent } from '../api/review-views.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map(tidyValue).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value)) {
    const inner = tidyContent(value);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  return value ?? undefined;
}

/** In a rule, what is empty says something: it waits to be filled in. Only the order of names says nothing. */
const RULE_FIELD = 'eligibility';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(sorted);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, sorted(inner)]));
}

const tidyField = (field: string, value: unknown): unknown =>
  field === RULE_FIELD ? (sorted(value) ?? undefined) : tidyValue(value);

/** The content without what says nothing, so that equal meaning is equal; fields in the order of their names. */
export function tidyContent(content: DraftContent): DraftContent {
  const fields = Object.entries(content).map(([field, value]) => [field, tidyField(field, value)] as const);
  const said = fields.filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether two values mean the same. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(tidyValue(one) ?? null) === JSON.stringify(tidyValue(other) ?? null);

export const sameContent = (one: DraftContent, other: DraftContent): boolean => sameValue(one, other);

/** The fields in which two contents differ. */
export function differingFields(one: DraftContent, other: DraftContent): string[] {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const text = (content: DraftContent, field: string): string =>
    JSON.stringify(tidyField(field, content[field]) ?? null);
  return fields.filter((field) => text(one, field) !== text(other, field));
}
