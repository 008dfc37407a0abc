import type { Condition, Leaf } from './rule.js';

/** All leaves, in the order of the rule. */
export function leavesOf(condition: Condition): Leaf[] {
  if (condition.kind === 'leaf') return [condition];
  if (condition.kind === 'not') return leavesOf(condition.part);
  return condition.parts.flatMap(leavesOf);
}

/** Leaves by attribute. */
export function leavesByAttribute(leaves: readonly Leaf[]): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) groups.set(leaf.attribute, [...(groups.get(leaf.attribute) ?? []), leaf]);
  return groups;
}
