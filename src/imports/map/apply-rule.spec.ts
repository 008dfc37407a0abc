import { describe, expect, it } from '@jest/globals';
import { applyRule, type Cells, holds } from './apply-rule.js';
import type { FieldRule } from './import-map.js';

const CELLS: Cells = {
  code: '11440000006940116U2440102',
  dept: '教育厅',
  empty: ' ',
  limit: '18(工作日)',
  audience: ['自然人', '企业法人'],
  lines: '甲\n\n乙',
  place: '办理地点：一号窗口',
};

const make = (rule: FieldRule): unknown => applyRule(rule, CELLS, () => 1);

describe('applyRule', () => {
  it('takes the first field that is filled in', () => {
    expect(make({ from: ['none', 'empty', 'dept'] })).toBe('教育厅');
    expect(make({ from: ['none'] })).toBeNull();
  });

  it('fills templates, cutting fields as slices, and makes nothing of half a template', () => {
    expect(make({ template: '{code:0:18}-items' })).toBe('11440000006940116U-items');
    expect(make({ template: '{code:-3}/{dept}' })).toBe('102/教育厅');
    expect(make({ template: '{dept}-{none}' })).toBeNull();
  });

  it('never reads what objects inherit', () => {
    expect(make({ from: ['constructor'] })).toBeNull();
    expect(make({ from: ['dept'], values: { 教育厅: 'e' } })).toBe('e');
    expect(make({ template: '{toString}' })).toBeNull();
  });

  it('cuts prefixes and suffixes, then translates', () => {
    expect(make({ from: ['limit'], removeSuffix: ['(工作日)'] })).toBe('18');
    expect(make({ from: ['place'], removePrefix: ['办理地点：'], values: { 一号窗口: null } })).toBeNull();
    expect(make({ from: ['dept'], values: { 科技厅: 'k' } })).toBe('教育厅');
    expect(make({ from: ['dept'], values: { 科技厅: 'k' }, otherwise: 'o' })).toBe('o');
  });

  it('splits, translates item by item, and joins', () => {
    expect(make({ from: ['lines'], split: '\n' })).toEqual(['甲', '乙']);
    expect(make({ from: ['audience'], values: { 自然人: null } })).toEqual(['企业法人']);
    expect(make({ from: ['audience'], join: '；' })).toBe('自然人；企业法人');
  });

  it('chooses and collects by conditions', () => {
    const people = { field: 'audience', is: ['自然人'] };
    const others = { field: 'audience', isNot: ['自然人'] };
    expect(make({ choose: [{ if: [people, others], value: 'both' }] })).toBe('both');
    expect(make({ choose: [{ if: [{ field: 'none' }], value: 'x' }], otherwise: 'y' })).toBe('y');
    expect(
      make({
        collect: [
          { if: [people], value: 'a' },
          { if: [{ field: 'empty' }], value: 'b' },
        ],
      }),
    ).toEqual(['a']);
    expect(holds({ field: 'dept', isNot: ['教育厅'] }, CELLS)).toBe(false);
  });

  it('counts within the group that its template gives', () => {
    const asked: string[] = [];
    applyRule({ sequence: '{dept}' }, CELLS, (group) => asked.push(group));
    expect(asked).toEqual(['教育厅']);
  });
});
