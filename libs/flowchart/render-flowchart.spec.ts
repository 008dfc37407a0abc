import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describeFlowchart } from './describe-flowchart.js';
import type { Flowchart } from './flowchart.js';
import { renderFlowchart } from './render-flowchart.js';

const FLOWCHART: Flowchart = {
  title: '城乡居民医保参保补助',
  steps: [
    { name: '受理', actor: '区政务服务中心医保窗口', workingDays: 1 },
    { name: '核对参保信息、户籍信息与困难人员身份', actor: '市医疗保障局', workingDays: 5 },
    { name: '拨付', actor: '', workingDays: 0 },
  ],
  totalDays: 15,
};

const texts = (svg: string): string[] =>
  Array.from(svg.matchAll(/<tspan[^>]*>([^<]*)</g), (match) => match[1] ?? '');

describe('renderFlowchart', () => {
  it('draws start, numbered steps with actor and time, and end, from top to bottom', () => {
    const svg = renderFlowchart(FLOWCHART);
    expect(texts(svg)).toEqual([
      '申请人提交',
      '1',
      '受理',
      '办理人：区政务服务中心医保窗口',
      '时限：1个工作日',
      '2',
      '核对参保信息、户籍信息与困难',
      '人员身份',
      '办理人：市医疗保障局',
      '时限：5个工作日',
      '3',
      '拨付',
      '时限：当场办理',
      '办结（时限：15个工作日）',
    ]);
    const heights = Array.from(svg.matchAll(/<tspan x="[\d.]+" y="([\d.]+)"/g), (match) => Number(match[1]));
    const lines = heights.filter((_, i) => !/^\d$/.test(texts(svg)[i] ?? ''));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(svg.match(/<path d="M160 \d+V/g)).toHaveLength(4);
  });

  it('is a picture with a name and a description to assistive technology', () => {
    const svg = renderFlowchart(FLOWCHART);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title>城乡居民医保参保补助 办理流程图</title>');
    expect(svg).toContain(`<desc>${describeFlowchart(FLOWCHART)}</desc>`);
  });

  it('scales with its container and with the text size, and stays inside its frame', () => {
    const svg = renderFlowchart(FLOWCHART);
    const height = Number(/viewBox="0 0 320 (\d+(?:\.\d+)?)"/.exec(svg)?.[1]);
    expect(svg).toContain(`width="20em" height="${height / 16}em"`);
    for (const [, y = '', h = ''] of svg.matchAll(
      /<rect x="\d+" y="([\d.]+)" width="\d+" height="([\d.]+)"/g,
    )) {
      expect(Number(y) + Number(h)).toBeLessThan(height);
    }
  });

  it('draws start and end where there is no step', () => {
    expect(texts(renderFlowchart({ title: '', steps: [] }))).toEqual(['申请人提交', '办结']);
  });

  it('takes no text for markup', () => {
    const evil = `</text><script>alert('x')</script><a href="javascript:x">&nbsp;`;
    const svg = renderFlowchart({ title: evil, steps: [{ name: evil, actor: evil }] });
    expect(svg).not.toMatch(/<script|<a /);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('is well-formed whatever is written in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const step = fc.record({
      name: text,
      actor: text,
      workingDays: fc.option(fc.nat(99), { nil: undefined }),
    });
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 4 }), (title, steps) => {
        const svg = renderFlowchart({ title, steps });
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(svg).not.toMatch(/\p{Cs}|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/u);
        expect(Object.keys(new XMLParser().parse(svg) as object)).toEqual(['svg']);
      }),
    );
  });
});

describe('describeFlowchart', () => {
  it('tells the steps in sentences', () => {
    expect(describeFlowchart(FLOWCHART)).toBe(
      '共3个环节。申请人提交；第1步，受理，由区政务服务中心医保窗口办理，1个工作日；' +
        '第2步，核对参保信息、户籍信息与困难人员身份，由市医疗保障局办理，5个工作日；第3步，拨付，当场办理；' +
        '办结，办理时限：15个工作日。',
    );
  });
});
