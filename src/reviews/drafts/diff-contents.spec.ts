import { describe, expect, it } from '@jest/globals';
import { diffContents, diffTexts } from './diff-contents.js';

describe('the difference of two contents', () => {
  it('is told by words', () => {
    const parts = diffTexts('每人补贴五千元', '每人补贴八千元');
    expect(
      parts
        .filter(({ op }) => op !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('每人补贴五千元');
    expect(
      parts
        .filter(({ op }) => op !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('每人补贴八千元');
    expect(parts[0]).toMatchObject({ op: 'same' });
  });

  it('names fields that came, went and changed', () => {
    const fields = diffContents(
      { title: '甲', phone: '1', steps: [{ name: '受理', actor: '窗口' }] },
      { title: '乙', applyTo: '2026-12-31', steps: [{ name: '受理', actor: '窗口' }] },
    );
    expect(fields.map(({ field, change, label }) => [field, change, label])).toEqual([
      ['applyTo', 'added', '申报截止'],
      ['phone', 'removed', '咨询电话'],
      ['title', 'changed', '标题'],
    ]);
  });

  it('shows lists and objects as people read them', () => {
    const [field] = diffContents({}, { materials: [{ name: '身份证', note: '原件' }, { name: '申请表' }] });
    expect(field?.after).toBe('身份证｜原件\n申请表');
  });

  it('shows rules in words, not as JSON', () => {
    const rule = (atMost: number) => ({
      vocabulary: 1,
      enterprise: { when: { attribute: 'staff', atMost, sentence: '从业人数不多' } },
    });
    const [field] = diffContents({ eligibility: rule(300) }, { eligibility: rule(500) });
    expect(field).toMatchObject({ label: '资格规则', change: 'changed' });
    expect(field?.before).toBe('企业\n　从业人数：不超过 300 人（原文“从业人数不多”）');
    expect(field?.parts.filter(({ op }) => op !== 'same').map(({ text }) => text)).toEqual(['300', '500']);
  });
});
