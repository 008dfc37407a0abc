import industries from './industries.zh.json' with { type: 'json' };

/** Everything at and below a code of a tree, as an interval of numbers, ends included. */
export type CodeRange = readonly [number, number];

const SECTIONS = new Map(industries.sections.map((section) => [section.code, section]));
const BRANCHES: Readonly<Record<string, string>> = industries.branches;

/** The name of a branch of GB/T 4754-2017, at any level; null for a code that it has not. */
export const industryName = (code: string): string | null =>
  SECTIONS.get(code)?.name ?? (Object.hasOwn(BRANCHES, code) ? (BRANCHES[code] ?? null) : null);

/** Every branch with its code, the sections first. */
export const allIndustries = (): { code: string; name: string }[] => [
  ...industries.sections.map(({ code, name }) => ({ code, name })),
  ...Object.entries(BRANCHES).map(([code, name]) => ({ code, name })),
];

/** The branches directly below one; the sections below null. */
export function industriesBelow(code: string | null): { code: string; name: string }[] {
  if (code === null) return industries.sections.map(({ code: one, name }) => ({ code: one, name }));
  const section = SECTIONS.get(code);
  const isBelow = (other: string): boolean =>
    section
      ? other.length === 2 && other >= section.first && other <= section.last
      : other.length === code.length + 1 && other.startsWith(code);
  return Object.entries(BRANCHES)
    .filter(([other]) => isBelow(other))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([other, name]) => ({ code: other, name }));
}

/** 65 → 6500–6599; I → 6300–6599; null for what is no branch. */
export function industryRange(code: string): CodeRange | null {
  if (industryName(code) === null) return null;
  const section = SECTIONS.get(code);
  if (section) return [Number(section.first) * 100, Number(section.last) * 100 + 99];
  const width = 10 ** (4 - code.length);
  return [Number(code) * width, Number(code) * width + width - 1];
}

/** 420800 → 420800–420899; 420000 → 420000–429999; 000000 → all; null for what has not the form of an area code. */
export function areaRange(code: string): CodeRange | null {
  if (!/^\d{6}$/.test(code)) return null;
  const number = Number(code);
  if (number === 0) return [0, 999_999];
  if (number % 10_000 === 0) return [number, number + 9_999];
  if (number % 100 === 0) return [number, number + 99];
  return [number, number];
}
