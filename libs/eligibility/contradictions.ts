import type { Subject } from './attribute.js';
import { samplesOf } from './attribute-samples.js';
import type { Day } from './calendar.js';
import { testOf } from './compile-condition.js';
import { leavesOf } from './condition-leaves.js';
import { TRUE } from './kleene.js';
import type { Condition, Leaf } from './rule.js';

/** Which samples of each attribute are still possible, as bits; what is missing is not limited. */
type Possible = ReadonlyMap<string, bigint>;

/** What moves with the calendar is looked at apart from fixed days: together they may fit on another day. */
const variableOf = ({ attribute, operator }: Leaf): string =>
  operator.startsWith('ago') ? `${attribute} ago` : attribute;

function group(leaves: readonly Leaf[]): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    groups.set(variableOf(leaf), [...(groups.get(variableOf(leaf)) ?? []), leaf]);
  }
  return groups;
}

class Search {
  readonly places: string[] = [];
  /** For each leaf, the samples on which it is true, and all samples. */
  private readonly masks = new Map<Leaf, { yes: bigint; all: bigint }>();

  constructor(condition: Condition, subject: Subject, today: Day) {
    for (const leaves of group(leavesOf(condition)).values()) {
      const samples = samplesOf(subject, leaves, today);
      if (!samples) continue;
      const all = (1n << BigInt(samples.length)) - 1n;
      for (const leaf of leaves) {
        const test = testOf(leaf, subject, today);
        const yes = samples.reduce<bigint>(
          (bits, value, place) => (test(value) === TRUE ? bits | (1n << BigInt(place)) : bits),
          0n,
        );
        this.masks.set(leaf, { yes, all });
      }
    }
  }

  /** What is possible where a condition is true (or false); null where it can never be. Notes the innermost place. */
  possible(condition: Condition, wanted: boolean): Possible | null {
    const noted = this.places.length;
    const result = this.judge(condition, wanted);
    if (result === null && wanted && this.places.length === noted) this.places.push(condition.path);
    return result;
  }

  private judge(condition: Condition, wanted: boolean): Possible | null {
    if (condition.kind === 'leaf') return this.ofLeaf(condition, wanted);
    if (condition.kind === 'not') return this.possible(condition.part, !wanted);
    const parts = condition.parts.map((part) => this.possible(part, wanted));
    const open = parts.filter((part) => part !== null);
    const least =
      condition.kind === 'atLeast'
        ? wanted
          ? condition.count
          : parts.length - condition.count + 1
        : (condition.kind === 'all') === wanted
          ? parts.length
          : 1;
    if (open.length < least) return null;
    if (least === parts.length) return intersect(open);
    return unite(open);
  }

  private ofLeaf(leaf: Leaf, wanted: boolean): Possible | null {
    const mask = this.masks.get(leaf);
    if (!mask) return new Map();
    const bits = wanted ? mask.yes : mask.all & ~mask.yes;
    return bits === 0n ? null : new Map([[variableOf(leaf), bits]]);
  }
}

function intersect(parts: readonly Possible[]): Possible | null {
  const result = new Map<string, bigint>();
  for (const part of parts) {
    for (const [variable, bits] of part) {
      const left = (result.get(variable) ?? bits) & bits;
      if (left === 0n) return null;
      result.set(variable, left);
    }
  }
  return result;
}

/** What one of several leaves possible, whichever it is: only what every part limits stays limited. */
function unite(parts: readonly Possible[]): Possible {
  const [first = new Map<string, bigint>(), ...others] = parts;
  const result = new Map<string, bigint>();
  for (const [variable, bits] of first) {
    const all = others.map((other) => other.get(variable));
    if (all.some((other) => other === undefined)) continue;
    result.set(
      variable,
      all.reduce<bigint>((sum, other) => sum | (other ?? 0n), bits),
    );
  }
  return result;
}

/**
 * Where a condition, or a part of it, can never be true. Sound: what it names is never true; not complete, as
 * attributes are looked at one by one (see docs/eligibility.md).
 */
export function contradictionsIn(condition: Condition, subject: Subject, today: Day): string[] {
  const search = new Search(condition, subject, today);
  search.possible(condition, true);
  return search.places;
}
