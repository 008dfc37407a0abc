import { describe, expect, it } from '@jest/globals';
import { answerTests } from './answer-kinds.js';

describe('answerTests', () => {
  it.each([
    ['窗口什么时候恢复办理', '自2月3日起恢复', '暂停办理'],
    ['一次性补贴是多少', '每人五百元', '给予适当补助'],
    ['投诉应拨打哪个电话', '请拨打12345', '请到现场'],
    ['依据什么文件办理', '按照《就业促进条例》', '按照规定'],
    ['申报网站是什么', '登录www.example.cn', '到窗口申报'],
  ])('knows what answers %s', (question, answer, other) => {
    const tests = answerTests(question);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.every((test) => test(answer))).toBe(true);
    expect(tests.some((test) => test(other))).toBe(false);
  });

  it('asks for nothing where the answer has no form', () => {
    expect(answerTests('如何申请第几批创业补贴')).toEqual([]);
  });
});
