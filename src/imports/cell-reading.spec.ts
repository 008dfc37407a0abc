import { describe, expect, it } from '@jest/globals';
import {
  readCode,
  readCodeList,
  readDate,
  readLines,
  readList,
  readMaterials,
  readNames,
  readNumber,
  readSteps,
  readText,
} from './cell-reading.js';

const value = (reading: { ok: boolean; value?: unknown }): unknown => (reading.ok ? reading.value : 'fault');

describe('reading cells', () => {
  it('turns what a Chinese keyboard types in codes into ASCII', () => {
    expect(value(readCode('ｈｒｓｓ－ｃ０１', false))).toBe('hrss-c01');
    expect(value(readCodeList('４２０８００、420100', false))).toEqual(['420800', '420100']);
  });

  it('keeps the digits of phone and area codes that Excel took for numbers', () => {
    expect(value(readText(420800, false))).toBe('420800');
    expect(value(readList(12333, false))).toEqual(['12333']);
  });

  it.each(['2024/1/5', '2024年1月5日', '２０２４－０１－０５', 45296, new Date('2024-01-05T00:00:00Z')])(
    'reads the day %p',
    (cell) => expect(value(readDate(cell, false))).toBe('2024-01-05'),
  );

  it('counts serial dates from 1904 where the workbook does', () => {
    expect(value(readDate(43834, true))).toBe('2024-01-05');
  });

  it('says what to write instead of a word in place of a number', () => {
    expect(readNumber('约五千', false)).toMatchObject({
      ok: false,
      message: expect.stringContaining('阿拉伯数字'),
    });
    expect(value(readNumber('１０，０００', false))).toBe(10_000);
  });

  it('splits lists by what separates their items, and by nothing that stands in them', () => {
    expect(value(readList('创业、补贴,贴息；担保\n贷款', false))).toEqual([
      '创业',
      '补贴',
      '贴息',
      '担保',
      '贷款',
    ]);
    expect(value(readNames('外交、外事，创业', false))).toEqual(['外交、外事', '创业']);
    expect(value(readLines('在本市注册，满一年\n\n 依法纳税 ', false))).toEqual([
      '在本市注册，满一年',
      '依法纳税',
    ]);
  });

  it('reads materials and steps line by line, bars of either width between their parts', () => {
    expect(value(readMaterials('营业执照｜复印件|盖章\n身份证', false))).toEqual([
      { name: '营业执照', note: '复印件｜盖章' },
      { name: '身份证' },
    ]);
    expect(value(readSteps('申请｜申请人\n审核|市人社局|５\n公示｜市人社局｜一周', false))).toEqual([
      { name: '申请', actor: '申请人' },
      { name: '审核', actor: '市人社局', workingDays: 5 },
      { name: '公示', actor: '市人社局', workingDays: '一周' },
    ]);
  });

  it('leaves values of JSON as they are', () => {
    const steps = [{ name: '申请', actor: '申请人' }];
    expect(value(readSteps(steps, false))).toEqual(steps);
    expect(value(readText({ a: 1 }, false))).toEqual({ a: 1 });
  });
});
