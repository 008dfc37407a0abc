import { describe, expect, it } from '@jest/globals';
import { industryRange } from './code-range.js';
import {
  factsOf,
  OTHER_BRANCHES,
  possibleSizes,
  SIZE_TABLE,
  type SizeFacts,
  type SizeRow,
  sizeRowOf,
} from './size-class.js';

const CLASSES = [
  ['small', 2],
  ['medium', 4],
  ['large', 8],
] as const;

/** All facts of a row far above every bound, except those given. */
const plenty = (row: SizeRow, facts: SizeFacts): SizeFacts => ({
  ...Object.fromEntries(factsOf(row).map((fact) => [fact, 1e9])),
  ...facts,
});

const CASES = [...SIZE_TABLE, OTHER_BRANCHES].flatMap((row) =>
  factsOf(row).flatMap((fact) =>
    CLASSES.flatMap(([name, bit]) => {
      const bound = row[name][fact] ?? 0;
      const lower = name === 'small' ? 1 : bit >> 1;
      return [
        { row, title: `${row.name}：${fact} ${bound - 1} 低于 ${name}`, fact, value: bound - 1, bit: lower },
        { row, title: `${row.name}：${fact} ${bound} 到 ${name}`, fact, value: bound, bit },
        { row, title: `${row.name}：${fact} ${bound + 1} 到 ${name}`, fact, value: bound + 1, bit },
      ];
    }),
  ),
);

describe('size classes', () => {
  it.each(CASES)('$title', ({ row, fact, value, bit }) => {
    expect(possibleSizes(row, plenty(row, { [fact]: value }))).toBe(bit);
  });

  it('covers every threshold of every row', () => expect(CASES.length).toBe((13 * 2 + 1 + 1) * 9));

  it.each([
    ['0111', '农、林、牧、渔业'],
    ['C', '工业'],
    ['4710', '建筑业'],
    ['51', '批发业'],
    ['5211', '零售业'],
    ['54', '交通运输业'],
    ['591', '交通运输业'],
    ['592', '仓储业'],
    ['60', '邮政业'],
    ['6210', '住宿业和餐饮业'],
    ['64', '信息传输业'],
    ['6513', '软件和信息技术服务业'],
    ['701', '房地产开发经营'],
    ['702', '物业管理'],
    ['7211', '租赁和商务服务业'],
    ['73', '其他未列明行业'],
    ['53', '其他未列明行业'],
  ])('puts %s under %s', (code, name) => {
    expect(sizeRowOf(industryRange(code) ?? [0, 0])?.name).toBe(name);
  });

  it.each(['I', 'K', 'F', '59', '66', 'J'])('gives no class to %s', (code) => {
    expect(sizeRowOf(industryRange(code) ?? [0, 0])).toBeNull();
  });

  it('leaves open what unknown facts decide', () => {
    const [row] = SIZE_TABLE.filter(({ name }) => name === '工业');
    if (!row) throw new Error('no row');
    expect(possibleSizes(row, { staff: 19 })).toBe(1);
    expect(possibleSizes(row, { staff: 20 })).toBe(3);
    expect(possibleSizes(row, { staff: 5_000 })).toBe(15);
    expect(possibleSizes(row, { revenue: 2_000 })).toBe(7);
  });
});
