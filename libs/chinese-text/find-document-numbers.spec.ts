import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentNumberKeys, findDocumentNumbers, parseDocumentNumber } from './find-document-numbers.js';

describe('parseDocumentNumber', () => {
  it.each([
    '鄂政办发〔2020〕5号',
    '鄂政办发[2020]5号',
    '鄂政办发（2020）5号',
    '鄂政办发(2020〕5号',
    '鄂政办发【２０２０】５号',
    ' 鄂政办发 〔 2020 〕 5 号 ',
    '鄂政办发〔2020〕第5号',
    '鄂政办发〔2020〕05号',
    '鄂政办发〔2020〕5',
    '鄂政办发 2020 5',
    '鄂政办发2020-5',
    '鄂政办发20205号',
    '鄂 政 办 发〔2020〕5号',
    '发文字号：\u200b鄂政办发〔2020〕5号',
  ])('reads %j', (spelling) => {
    expect(parseDocumentNumber(spelling)).toEqual({
      style: 'numbered',
      agency: '鄂政办发',
      year: 2020,
      serial: 5,
      key: '鄂政办发2020-5',
      canonical: '鄂政办发〔2020〕5号',
    });
  });

  it('parts year and serial where nothing stands between them', () => {
    expect(parseDocumentNumber('川府发201423号')?.key).toBe('川府发2014-23');
  });

  it.each([
    '财政部 税务总局公告2023年第12号',
    '财政部、税务总局公告 2023 年第 12 号',
    '财政部税务总局公告〔2023〕12号',
  ])('reads the announcement %j', (spelling) => {
    expect(parseDocumentNumber(spelling)?.key).toBe('财政部税务总局公告2023-12');
  });

  it.each([
    ['财政部、税务总局公告2023年第12号', '财政部 税务总局公告2023年第12号'],
    ['交通运输部令2016年第62号', '交通运输部令2016年第62号'],
    ['山西省人民政府令 第 304 号', '山西省人民政府令第304号'],
    ['中华人民共和国主席令第七十六号', '中华人民共和国主席令第76号'],
  ])('spells %j officially as %j', (spelling, canonical) => {
    expect(parseDocumentNumber(spelling)?.canonical).toBe(canonical);
  });

  it('reads its own keys', () => {
    for (const key of ['鄂政办发2020-5', '财政部税务总局公告2023-12', '山西省人民政府令-304']) {
      expect(parseDocumentNumber(key)?.key).toBe(key);
    }
  });

  it.each([
    '',
    '医保',
    '2020年',
    '〔2020〕5号',
    '企业2020补贴',
    '鄂政办发〔1820〕5号',
    '关于鄂政办发〔2020〕5号的解读',
  ])('refuses %j', (text) => {
    expect(parseDocumentNumber(text)).toBeNull();
  });
});

describe('findDocumentNumbers', () => {
  it('finds them in running text, with their place and without the words that lead in', () => {
    const text = '根据国发〔２０２０〕５号和财政部 税务总局公告2023年第12号，以及省政府令第3号执行。';
    const found = findDocumentNumbers(text);
    expect(found.map((number) => number.canonical)).toEqual([
      '国发〔2020〕5号',
      '财政部 税务总局公告2023年第12号',
      '省政府令第3号',
    ]);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe('国发〔２０２０〕５号');
  });

  it('leaves out the end of a date or a title that runs into the agency', () => {
    const canonical = (text: string): string[] => findDocumentNumbers(text).map((number) => number.canonical);
    expect(canonical('2015年3月1日科学技术部令第9号')).toEqual(['科学技术部令第9号']);
    expect(canonical('关于印发某办法的通知沪府发〔2009〕40号')).toEqual(['沪府发〔2009〕40号']);
  });

  it('leaves dates, sums and proposals alone', () => {
    const text =
      '自2023年12月起，补贴2020至2023年，每户500元；政协第3678号提案，2023年第1季度，企业 2017 38 家';
    expect(findDocumentNumbers(text)).toEqual([]);
  });

  it('takes what people type when asked to be lenient', () => {
    const [found] = findDocumentNumbers('查豫政办200773号文件', { lenient: true });
    expect(found).toMatchObject({ year: 2007, serial: 73 });
  });

  it('finds what it parses, and never throws', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'国发政令第号〔〕()2019零十年 公告、\ud800'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (s) => {
        for (const { start, end } of findDocumentNumbers(s, { lenient: true })) {
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});

describe('documentNumberKeys', () => {
  it('offers every place where the agency may begin, longest first', () => {
    expect(documentNumberKeys('查看沪府发〔2009〕40号，国发〔2009〕1号')).toEqual([
      ['查看沪府发2009-40', '看沪府发2009-40', '沪府发2009-40', '府发2009-40'],
      ['国发2009-1'],
    ]);
  });

  it('tries the places nearest to the year when much runs into the agency', () => {
    const [keys = []] = documentNumberKeys(`${'某某某某某某某某部 '.repeat(20)}税务总局公告2023年第1号`);
    expect(keys).toHaveLength(40);
    expect(keys.at(-1)).toBe('公告2023-1');
  });

  it('offers nothing for other words', () => {
    expect(documentNumberKeys('高新技术企业补贴')).toEqual([]);
  });
});
