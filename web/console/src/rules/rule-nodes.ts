/** Rules while they are written: JSON that may be unfinished, so nothing of it is certain. */
export type Plain = Readonly<Record<string, unknown>>;

export type GroupKind = 'all' | 'any' | 'not' | 'atLeast';

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const plainOf = (value: unknown): Plain => (isPlain(value) ? value : {});
export const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];

/** Which kind of group a node is; null for a leaf. */
export function groupKindOf(node: unknown): GroupKind | null {
  if (!isPlain(node)) return null;
  if ('of' in node) return 'atLeast';
  return (['all', 'any', 'not'] as const).find((kind) => kind in node) ?? null;
}

/** The parts of a group; `not` has one. */
export function partsOf(node: unknown): readonly unknown[] {
  const group = plainOf(node);
  const kind = groupKindOf(node);
  if (kind === 'not') return [group.not];
  return kind ? itemsOf(group[kind === 'atLeast' ? 'of' : kind]) : [];
}

/** Where a part stands, as faults name it. */
export function partPath(node: unknown, path: string, index: number): string {
  const kind = groupKindOf(node);
  return kind === 'not' ? `${path}.not` : `${path}.${kind === 'atLeast' ? 'of' : String(kind)}[${index}]`;
}

/** A group of a kind. None of several is `not any`; the count stays within the parts. */
export function groupOf(kind: GroupKind, parts: readonly unknown[], count = 1): Plain {
  if (kind === 'not') return { not: parts.length === 1 ? parts[0] : { any: parts } };
  if (kind !== 'atLeast') return { [kind]: parts };
  return { atLeast: Math.max(1, Math.min(count, parts.length)), of: parts };
}

/** The same group with other parts; null where none is left. */
export function withParts(node: unknown, parts: readonly unknown[]): Plain | null {
  const kind = groupKindOf(node);
  if (kind === null || parts.length === 0) return null;
  const { atLeast } = plainOf(node);
  return groupOf(kind, parts, typeof atLeast === 'number' ? atLeast : 1);
}

export const replacedAt = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((one, at) => (at === index ? item : one));

export const removedAt = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

export function movedBy<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  next.splice(index + by, 0, ...next.splice(index, 1));
  return next;
}

/** The conditions of a part with one more that all the others must hold with. */
export function withLeaf(when: unknown, leaf: Plain): Plain {
  if (when === undefined) return leaf;
  return groupKindOf(when) === 'all'
    ? groupOf('all', [...partsOf(when), leaf])
    : groupOf('all', [when, leaf]);
}

/** Every sentence that a condition is bound to. */
export function sentencesIn(node: unknown): string[] {
  if (groupKindOf(node) !== null) return partsOf(node).flatMap(sentencesIn);
  const { sentence } = plainOf(node);
  return typeof sentence === 'string' && sentence.trim() !== '' ? [sentence.trim()] : [];
}
