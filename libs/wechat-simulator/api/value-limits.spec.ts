import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitTemplateValue } from '#libs/wechat';
import { suits, VALUE_TYPES } from './value-limits.js';

describe('the values that WeChat takes', () => {
  it.each([
    ['thing1', '20个以内字符：汉字、数字、字母或符号。'],
    ['number01', '-12.5'],
    ['letter1', 'abc'],
    ['symbol1', '★★★★★'],
    ['character_string1', 'NN-2026/001'],
    ['time1', '15:01'],
    ['time1', '2019年10月1日 15:01'],
    ['time1', '2019年10月1日 15:01~2019年10月2日 16:00:59'],
    ['date1', '2019年10月1日'],
    ['date1', '2019年10月1日 15:01'],
    ['date1', '2018-01-01'],
    ['date1', '2018/01/01~2018.01.02'],
    ['date1', '2018-01'],
    ['date1', '01-01'],
    ['date1', '10月1日'],
    ['amount1', '¥100.50元'],
    ['phone_number1', '+86-0766-66888866'],
    ['car_number1', '粤A8Z888挂'],
    ['name1', '阿卜杜拉'],
    ['name1', 'Christopher Smith'],
    ['phrase1', '配送中'],
    ['enum1', '待办'],
  ])('%s %s', (key, value) => expect(suits(key, value)).toBe(true));

  it.each([
    ['thing1', '一'.repeat(21)],
    ['thing1', '换\n行'],
    ['number1', '12,000'],
    ['number1', '1'.repeat(33)],
    ['letter1', 'ab1'],
    ['symbol1', '★a'],
    ['symbol1', '★★★★★★'],
    ['character_string1', '编号1'],
    ['time1', '25:00'],
    ['time1', '下午三点'],
    ['date1', '明天'],
    ['amount1', '500万元'],
    ['amount1', '12345678901元'],
    ['phone_number1', '123456789012345678'],
    ['car_number1', '粤A8Z8888挂'],
    ['name1', '一二三四五六七八九十一'],
    ['name1', '张3'],
    ['phrase1', '审核通过了吗'],
    ['phrase1', 'ok'],
    ['unknown1', 'x'],
  ])('not %s %s', (key, value) => expect(suits(key, value)).toBe(false));

  it('include every text that was fitted by the client', () => {
    const words = ['thing', 'phrase', 'letter', 'symbol', 'character_string'];
    expect(words.every((type) => VALUE_TYPES.has(type))).toBe(true);
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...words), text, (type, value) => {
        const fitted = fitTemplateValue(`${type}1`, value);
        return fitted === '' || suits(`${type}1`, fitted);
      }),
      { numRuns: 2000 },
    );
  });
});
