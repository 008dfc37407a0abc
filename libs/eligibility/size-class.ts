import type { CodeRange } from './code-range.js';

/** 企业规模, the smallest first: the places of the options of the attribute `size`. */
export const SIZES = ['micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZES)[number];

/** Bounds that must all be met: staff (persons), revenue and assets (万元); null where the row does not ask. */
export interface SizeBound {
  staff: number | null;
  revenue: number | null;
  assets: number | null;
}

/** One row of the table: the branches that it is about, and the lower bounds of the classes above 微型. */
export interface SizeRow {
  name: string;
  branches: readonly CodeRange[];
  small: SizeBound;
  medium: SizeBound;
  large: SizeBound;
}

const bound = (staff: number | null, revenue: number | null, assets: number | null = null): SizeBound => ({
  staff,
  revenue,
  assets,
});

const divisions = (first: number, last = first): CodeRange => [first * 100, last * 100 + 99];

function row(
  name: string,
  branches: readonly CodeRange[],
  large: SizeBound,
  medium: SizeBound,
  small: SizeBound,
): SizeRow {
  return { name, branches, large, medium, small };
}

/**
 * 《中小企业划型标准规定》 (工信部联企业〔2011〕300号, art. 4), branches as in 《统计上大中小微型企业划分办法（2017）》
 * (国统字〔2017〕213号). An enterprise is of the highest class whose bounds it meets all: whoever misses one drops.
 */
export const SIZE_TABLE: readonly SizeRow[] = [
  row('农、林、牧、渔业', [divisions(1, 5)], bound(null, 20_000), bound(null, 500), bound(null, 50)),
  row('工业', [divisions(6, 46)], bound(1_000, 40_000), bound(300, 2_000), bound(20, 300)),
  row(
    '建筑业',
    [divisions(47, 50)],
    bound(null, 80_000, 80_000),
    bound(null, 6_000, 5_000),
    bound(null, 300, 300),
  ),
  row('批发业', [divisions(51)], bound(200, 40_000), bound(20, 5_000), bound(5, 1_000)),
  row('零售业', [divisions(52)], bound(300, 20_000), bound(50, 500), bound(10, 100)),
  row(
    '交通运输业',
    [divisions(54, 58), [5_910, 5_919]],
    bound(1_000, 30_000),
    bound(300, 3_000),
    bound(20, 200),
  ),
  row('仓储业', [[5_920, 5_999]], bound(200, 30_000), bound(100, 1_000), bound(20, 100)),
  row('邮政业', [divisions(60)], bound(1_000, 30_000), bound(300, 2_000), bound(20, 100)),
  row('住宿业和餐饮业', [divisions(61, 62)], bound(300, 10_000), bound(100, 2_000), bound(10, 100)),
  row('信息传输业', [divisions(63, 64)], bound(2_000, 100_000), bound(100, 1_000), bound(10, 100)),
  row('软件和信息技术服务业', [divisions(65)], bound(300, 10_000), bound(100, 1_000), bound(10, 50)),
  row(
    '房地产开发经营',
    [[7_010, 7_019]],
    bound(null, 200_000, 10_000),
    bound(null, 1_000, 5_000),
    bound(null, 100, 2_000),
  ),
  row('物业管理', [[7_020, 7_029]], bound(1_000, 5_000), bound(300, 1_000), bound(100, 500)),
  row(
    '租赁和商务服务业',
    [divisions(71, 72)],
    bound(300, null, 120_000),
    bound(100, null, 8_000),
    bound(10, null, 100),
  ),
];

/** 其他未列明行业. */
export const OTHER_BRANCHES: SizeRow = row(
  '其他未列明行业',
  [],
  bound(300, null),
  bound(100, null),
  bound(10, null),
);

/** Finance has a standard of its own (银发〔2015〕309号). */
const FINANCE: CodeRange = divisions(66, 69);

const within = ([low, high]: CodeRange, [first, last]: CodeRange): boolean => low >= first && high <= last;
const touches = ([low, high]: CodeRange, [first, last]: CodeRange): boolean => low <= last && high >= first;

/** The row for a branch; null for finance, and where a coarse code spans several rows. */
export function sizeRowOf(branch: CodeRange): SizeRow | null {
  if (touches(branch, FINANCE)) return null;
  const named = SIZE_TABLE.filter(({ branches }) => branches.some((range) => touches(branch, range)));
  if (named.length === 0) return OTHER_BRANCHES;
  const [only] = named;
  return only?.branches.some((range) => within(branch, range)) ? only : null;
}

/** What is known of an enterprise's size: persons and 万元; undefined where unknown. */
export interface SizeFacts {
  staff?: number;
  revenue?: number;
  assets?: number;
}

/** Which facts a row looks at. */
export const factsOf = ({ small }: SizeRow): (keyof SizeFacts)[] =>
  (['staff', 'revenue', 'assets'] as const).filter((fact) => small[fact] !== null);

/** Whether a bound is met: null where what is unknown decides. */
function meets(bounds: SizeBound, facts: SizeFacts): boolean | null {
  let open = false;
  for (const fact of ['staff', 'revenue', 'assets'] as const) {
    const least = bounds[fact];
    if (least === null) continue;
    const value = facts[fact];
    if (value === undefined) open = true;
    else if (value < least) return false;
  }
  return open ? null : true;
}

/** The classes that an enterprise may be of, as bits in the order of SIZES; one bit once enough is known. */
export function possibleSizes(sizeRow: SizeRow, facts: SizeFacts): number {
  let possible = 0;
  for (const [size, bit] of [
    ['large', 8],
    ['medium', 4],
    ['small', 2],
  ] as const) {
    const met = meets(sizeRow[size], facts);
    if (met !== false) possible |= bit;
    if (met === true) return possible;
  }
  return possible | 1;
}
