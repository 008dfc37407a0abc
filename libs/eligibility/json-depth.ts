/** How deep a JSON value may be nested: deeper than any rule, far from where recursion ends. */
export const DEEPEST_JSON = 40;

interface Open {
  value: unknown;
  depth: number;
  name: string;
  parent: Open | null;
}

function pathOf(open: Open): string {
  const names: string[] = [];
  for (let step: Open | null = open; step; step = step.parent) names.push(step.name);
  return names.reverse().join('').replace(/^\./, '');
}

/**
 * Where a JSON value is nested deeper than `deepest` levels; null where it is not. Works without recursion, so that
 * no input, however deep, can end the process. Call it before anything that recurses.
 */
export function tooDeepAt(value: unknown, deepest = DEEPEST_JSON): string | null {
  const open: Open[] = [{ value, depth: 0, name: '', parent: null }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { value: current } = step;
    if (typeof current !== 'object' || current === null) continue;
    if (step.depth >= deepest) return pathOf(step);
    const isList = Array.isArray(current);
    for (const [key, inner] of Object.entries(current)) {
      const name = isList ? `[${key}]` : `.${key}`;
      open.push({ value: inner, depth: step.depth + 1, name, parent: step });
    }
  }
  return null;
}
