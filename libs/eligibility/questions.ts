import type { Subject } from './attribute.js';
import { samplesOf } from './attribute-samples.js';
import type { Day } from './calendar.js';
import type { CodeRange } from './code-range.js';
import { compileCondition, testOf } from './compile-condition.js';
import { leavesByAttribute, leavesOf } from './condition-leaves.js';
import type { Encoded, EncodedAnswers } from './encoded-answers.js';
import { FALSE, type Kleene, not, TRUE, UNKNOWN } from './kleene.js';
import type { Condition, Leaf } from './rule.js';
import { factsOf, sizeRowOf } from './size-class.js';
import { attributesOf, findAttribute, slotOf } from './vocabulary.js';

/** Up to here all subsets are looked at. */
const MOST_EXACT = 8;
const MOST_CELLS = 4_096;

/** What must be asked to learn an attribute: itself, or what it is worked out from. */
export function askedFor(subject: Subject, key: string, values: EncodedAnswers): string[] {
  const attribute = findAttribute(subject, key);
  const known = (name: string): boolean => values[slotOf(subject, name)] !== undefined;
  if (!attribute?.derivedFrom) return [key];
  if (key !== 'size') return attribute.derivedFrom.filter((source) => !known(source));
  const industry = values[slotOf('enterprise', 'industry')];
  if (industry === undefined) return ['industry', 'staff', 'revenue'].filter((source) => !known(source));
  const row = sizeRowOf(industry as CodeRange);
  const missing = row ? factsOf(row).filter((source) => !known(source)) : [];
  return missing.length > 0 ? missing : [key];
}

/** The parts of a condition that are still open; a truth value where none is. */
function openPart(condition: Condition, judge: (part: Condition) => Kleene): Condition | null {
  if (judge(condition) !== UNKNOWN) return null;
  if (condition.kind === 'leaf') return condition;
  if (condition.kind === 'not') {
    const part = openPart(condition.part, judge);
    return part && { ...condition, part };
  }
  const parts = condition.parts.flatMap((part) => openPart(part, judge) ?? []);
  if (condition.kind !== 'atLeast') return { ...condition, parts };
  const met = condition.parts.filter((part) => judge(part) === TRUE).length;
  return { ...condition, count: condition.count - met, parts };
}

/** A condition's value when its leaves have given values. */
function valueOf(condition: Condition, leaves: ReadonlyMap<Leaf, Kleene>): Kleene {
  if (condition.kind === 'leaf') return leaves.get(condition) ?? UNKNOWN;
  if (condition.kind === 'not') return not(valueOf(condition.part, leaves));
  const values = condition.parts.map((part) => valueOf(part, leaves));
  if (condition.kind === 'all') return Math.min(...values) as Kleene;
  if (condition.kind === 'any') return Math.max(...values) as Kleene;
  const met = values.filter((value) => value === TRUE).length;
  const open = values.filter((value) => value === UNKNOWN).length;
  return met >= condition.count ? TRUE : met + open >= condition.count ? UNKNOWN : FALSE;
}

/** Truth values that the leaves of one attribute can have together, and how many of the sampled answers give them. */
interface Cell {
  values: readonly (readonly [Leaf, Kleene])[];
  answers: number;
}

/** What is half known limits what may still be. */
function mayBe(value: Encoded, known: Encoded | undefined): boolean {
  if (known === undefined) return true;
  if (typeof known === 'number') return ((value as number) & known) !== 0;
  const [low, high] = known as CodeRange;
  const [first] = value as CodeRange;
  return first >= low && first <= high;
}

function cellsOf(
  subject: Subject,
  leaves: readonly Leaf[],
  values: EncodedAnswers,
  today: Day,
): Cell[] | null {
  const known = values[slotOf(subject, leaves[0]?.attribute ?? '')];
  const samples = samplesOf(subject, leaves, today)?.filter((value) => mayBe(value, known));
  if (!samples) return null;
  const tests = leaves.map((leaf) => testOf(leaf, subject, today));
  const cells = new Map<string, Cell>();
  for (const sample of samples) {
    const outcome = tests.map((test) => test(sample));
    const key = outcome.join('');
    const answers = (cells.get(key)?.answers ?? 0) + 1;
    cells.set(key, { values: leaves.map((leaf, place) => [leaf, outcome[place] ?? UNKNOWN]), answers });
  }
  return [...cells.values()];
}

class Openings {
  private readonly cells = new Map<string, Cell[]>();
  private readonly condition: Condition;
  readonly keys: string[];
  /** False where something is too large to be looked at as a whole. */
  readonly exact: boolean;

  constructor(condition: Condition, subject: Subject, values: EncodedAnswers, today: Day) {
    this.condition = condition;
    const groups = leavesByAttribute(leavesOf(condition));
    let exact = groups.size <= MOST_EXACT;
    for (const [key, leaves] of groups) {
      const cells = cellsOf(subject, leaves, values, today);
      if (cells) this.cells.set(key, cells);
      else exact = false;
    }
    this.keys = [...groups.keys()];
    this.exact = exact;
  }

  /** Whether the answers to some attributes, the others unknown, settle the verdict whatever they are. */
  settles(keys: readonly string[]): boolean {
    const lists = keys.map((key) => this.cells.get(key) ?? []);
    const total = lists.reduce((product, { length }) => product * length, 1);
    if (total > MOST_CELLS || total === 0) return false;
    for (let number = 0; number < total; number += 1) {
      let rest = number;
      const cells = lists.flatMap((list) => {
        const cell = list[rest % list.length];
        rest = Math.floor(rest / list.length);
        return cell ?? [];
      });
      if (!this.isSettled(cells)) return false;
    }
    return true;
  }

  /** The share of the answers to one attribute that settle the verdict by themselves. */
  power(key: string): number {
    const cells = this.cells.get(key) ?? [];
    const count = (some: readonly Cell[]): number => some.reduce((sum, { answers }) => sum + answers, 0);
    return cells.length === 0 ? 0 : count(cells.filter((cell) => this.isSettled([cell]))) / count(cells);
  }

  private isSettled(cells: readonly Cell[]): boolean {
    const leaves = new Map(cells.flatMap(({ values }) => values));
    return valueOf(this.condition, leaves) !== UNKNOWN;
  }
}

/** All subsets, the cheapest first. */
function subsetsByCost(keys: readonly string[], cost: (key: string) => number): string[][] {
  const sets = Array.from({ length: 2 ** keys.length }, (_none, bits) =>
    keys.filter((_key, place) => (bits >> place) & 1),
  );
  const price = (set: string[]): number => set.reduce((sum, key) => sum + cost(key), 0);
  return sets.slice(1).sort((a, b) => price(a) - price(b) || a.length - b.length);
}

/**
 * The fewest attributes to ask that settle a verdict whatever is answered, the most informative first; empty where
 * it is settled. Exact up to 8 open attributes, otherwise all that are open.
 */
export function fewestQuestions(
  condition: Condition,
  subject: Subject,
  values: EncodedAnswers,
  today: Day,
): string[] {
  const judge = (part: Condition): Kleene => compileCondition(part, subject, today)(values);
  const open = openPart(condition, judge);
  if (!open) return [];
  const openings = new Openings(open, subject, values, today);
  const asked = new Map(openings.keys.map((key) => [key, askedFor(subject, key, values)]));
  const cost = (key: string): number => asked.get(key)?.length ?? 1;
  const chosen =
    (openings.exact && subsetsByCost(openings.keys, cost).find((set) => openings.settles(set))) ||
    openings.keys;
  const order = attributesOf(subject).map(({ key }) => key);
  const ranked = [...chosen].sort(
    (a, b) =>
      openings.power(b) / cost(b) - openings.power(a) / cost(a) || order.indexOf(a) - order.indexOf(b),
  );
  return [...new Set(ranked.flatMap((key) => asked.get(key) ?? [key]))];
}
