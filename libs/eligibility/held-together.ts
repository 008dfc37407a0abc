/** Something that may be held, what it is worth, and what it cannot be held with. */
export interface Holding {
  code: string;
  /** More than 0 to be worth holding. */
  weight: number;
  excludes: readonly string[];
}

/** The best that can be held together. */
export interface HeldTogether {
  codes: string[];
  weight: number;
  /** False where a group was too large to try all: then there may be something better. */
  exact: boolean;
}

/** Groups up to this size are searched completely. */
export const LARGEST_EXACT = 24;

type Conflicts = ReadonlyMap<string, ReadonlySet<string>>;

/** Who excludes whom, both ways, among those that are there. */
function conflictsOf(holdings: readonly Holding[]): Conflicts {
  const conflicts = new Map<string, Set<string>>(holdings.map(({ code }) => [code, new Set()]));
  for (const { code, excludes } of holdings) {
    for (const other of excludes) {
      if (other === code || !conflicts.has(other)) continue;
      conflicts.get(code)?.add(other);
      conflicts.get(other)?.add(code);
    }
  }
  return conflicts;
}

/** Groups between which nothing excludes anything. */
function groupsOf(holdings: readonly Holding[], conflicts: Conflicts): Holding[][] {
  const left = new Map(holdings.map((holding) => [holding.code, holding]));
  const groups: Holding[][] = [];
  for (const { code } of holdings) {
    const group: Holding[] = [];
    for (const open = [code]; open.length > 0;) {
      const next = left.get(open.pop() ?? '');
      if (!next) continue;
      left.delete(next.code);
      group.push(next);
      open.push(...(conflicts.get(next.code) ?? []));
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

const total = (holdings: readonly Holding[]): number => holdings.reduce((sum, { weight }) => sum + weight, 0);

/** Branch and bound: with or without the heaviest; given up where even all that is left would not be enough. */
function bestOf(group: readonly Holding[], conflicts: Conflicts): Holding[] {
  let best: Holding[] = [];
  let bestWeight = 0;
  const search = (open: readonly Holding[], held: readonly Holding[], weight: number): void => {
    if (weight > bestWeight) [best, bestWeight] = [[...held], weight];
    const [first, ...others] = open;
    if (!first || weight + total(open) <= bestWeight) return;
    const excluded = conflicts.get(first.code);
    const compatible = others.filter(({ code }) => !excluded?.has(code));
    search(compatible, [...held, first], weight + first.weight);
    if (compatible.length < others.length) search(others, held, weight);
  };
  search(
    [...group].sort((a, b) => b.weight - a.weight),
    [],
    0,
  );
  return best;
}

/** The heaviest first, as long as it fits; then one is given up wherever others that it excludes weigh more. */
function goodOf(group: readonly Holding[], conflicts: Conflicts): Holding[] {
  const fits = (one: Holding, held: readonly Holding[]): boolean =>
    !held.some(({ code }) => conflicts.get(one.code)?.has(code));
  const fill = (held: Holding[]): Holding[] => {
    for (const one of [...group].sort((a, b) => b.weight - a.weight)) {
      if (!held.includes(one) && fits(one, held)) held.push(one);
    }
    return held;
  };
  let held = fill([]);
  for (let improved = true; improved;) {
    improved = false;
    for (const given of held) {
      const rest = held.filter((one) => one !== given);
      const freed = group.filter((one) => one !== given && !rest.includes(one) && fits(one, rest));
      const swapped = fill([...rest, ...bestOf(freed.slice(0, LARGEST_EXACT), conflicts)]);
      if (total(swapped) > total(held)) {
        held = swapped;
        improved = true;
        break;
      }
    }
  }
  return held;
}

/** The heaviest of what can be held together: a maximum-weight independent set of the exclusions. */
export function holdTogether(all: readonly Holding[]): HeldTogether {
  const holdings = all.filter(({ weight }) => weight > 0);
  const conflicts = conflictsOf(holdings);
  let exact = true;
  const held = groupsOf(holdings, conflicts).flatMap((group) => {
    if (group.length <= LARGEST_EXACT) return bestOf(group, conflicts);
    exact = false;
    return goodOf(group, conflicts);
  });
  return { codes: held.map(({ code }) => code), weight: total(held), exact };
}
