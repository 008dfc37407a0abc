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

/** The content without what says nothing, so that equal meaning is equal; fields in the order of their names. */
export function tidyContent(content: DraftContent): DraftContent {
  const fields = Object.entries(content).map(([field, value]) => [field, tidyValue(value)] as const);
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
  return fields.filter((field) => !sameValue(one[field], other[field]));
}
