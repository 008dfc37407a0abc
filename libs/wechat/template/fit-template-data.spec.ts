import { describe, expect, it } from '@jest/globals';
import { fitTemplateData, fitTemplateValue } from './fit-template-data.js';

describe('fitting values to the limits of a template', () => {
  it.each([
    ['thing1', '创业担保贷款', '创业担保贷款'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing02', ' 第一行\r\n第二行\u0007\t完 ', '第一行 第二行 完'],
    ['thing1', '\n', '无'],
    ['name1', '欧阳小明', '欧阳小明'],
    ['name1', '一二三四五六七八九十一', '一二三四五六七八九十'],
    ['name1', 'Alexander-Christopherson', 'Alexander-Christophe'],
    ['name1', '王Alexander王', '王Alexander'],
    ['phrase3', '审核通过', '审核通过'],
    ['phrase3', '已通过(2026)审核啦', '已通过审核'],
    ['phrase3', 'ok', '无'],
    ['letter4', 'Ab-9c', 'Abc'],
    ['letter4', 'a'.repeat(33), 'a'.repeat(32)],
    ['symbol5', '★a★★★★★', '★★★★★'],
    ['character_string6', '编号 NN-2026/001', 'NN-2026/001'],
    ['character_string6', 'x'.repeat(40), 'x'.repeat(32)],
    ['number7', '12,000.50', '12000.50'],
    ['number7', `3.${'1'.repeat(40)}`, `3.${'1'.repeat(30)}`],
    ['amount8', '¥1,234.50元', '¥1234.50元'],
    ['phone_number9', '0771-5556666 转 801、0771-5556667', '0771-5556666-801'],
    ['phone_number9', '+86-0766-66888866', '+86-0766-66888866'],
    ['car_number10', '粤A 8Z888挂', '粤A8Z888挂'],
    ['time11', '2019年10月1日 15:01~16:00', '2019年10月1日 15:01~16:00'],
    ['date12', '2019年10月1日\n', '2019年10月1日'],
    ['enum13', '待办', '待办'],
    ['later_type1', '新\n类型', '新 类型'],
  ])('%s: %j becomes %j', (key, value, fitted) => {
    expect(fitTemplateValue(key, value)).toBe(fitted);
  });

  it('never tears a character that takes two code units or a joined emoji', () => {
    const rare = '𠮷'.repeat(15);
    expect(fitTemplateValue('thing1', rare)).toBe(`${'𠮷'.repeat(9)}…`);
    expect(fitTemplateValue('thing1', `${'字'.repeat(15)}👨‍👩‍👧‍👦`)).toBe(`${'字'.repeat(15)}…`);
  });

  it('leaves an amount alone that it could only make untrue', () => {
    expect(fitTemplateValue('amount1', '500万元')).toBe('500万元');
    expect(fitTemplateValue('amount1', '12345678901元')).toBe('12345678901元');
    expect(fitTemplateValue('number1', '1'.repeat(40))).toBe('1'.repeat(40));
  });

  it('fits every value of a message and keeps its keys', () => {
    expect(fitTemplateData({ thing1: '甲\n乙', phrase2: '进行中ing' })).toEqual({
      thing1: '甲 乙',
      phrase2: '进行中',
    });
  });

  it('is not misled by keys that objects inherit', () => {
    expect(fitTemplateValue('constructor', '值')).toBe('值');
  });
});
