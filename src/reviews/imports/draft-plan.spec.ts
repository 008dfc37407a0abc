import { describe, expect, it } from '@jest/globals';
import type { DraftSubject } from '../kinds/draft-kind.js';
import { blankDraft, editedDraft } from '../drafts/draft-writing.js';
import { planDraft, type StoredDraft } from './draft-plan.js';

const IDS = new Map([
  ['hrss', 'd1'],
  ['tax', 'd2'],
]);
const NAMES = new Map([
  ['d1', '市人社局'],
  ['d2', '市税务局'],
]);
const REGISTRAR = { roles: [{ role: 'registrar', departmentId: 'd1', onBehalfOf: null }] };
const NOW = new Date('2026-03-02T02:00:00Z');
const PUBLIC = { department: 'hrss', title: '补贴', benefit: '一千元', attachments: [{ id: 'a' }] };

const subject = (changes: Partial<DraftSubject> = {}): DraftSubject => ({
  id: 's1',
  code: 'c1',
  title: '补贴',
  departmentId: 'd1',
  content: PUBLIC,
  publicContent: PUBLIC,
  publicVersion: 1,
  wasPublic: true,
  ...changes,
});
const nothing: StoredDraft = { subject: undefined, draft: undefined };
/** The plan for a record that says these fields and keeps the attachments. */
const planOf = (said: Record<string, unknown>, stored: StoredDraft) =>
  planDraft(
    { code: 'c1', contentOver: (base) => ({ ...said, attachments: base?.attachments }) },
    stored,
    REGISTRAR,
    IDS,
    NAMES,
  );

describe('the plan for a record', () => {
  const SAME = { department: 'hrss', title: '补贴', benefit: '一千元' };

  it('begins what is not there, in the own department only', () => {
    expect(planOf(SAME, nothing)).toMatchObject({ outcome: 'created', fields: { length: 3 } });
    expect(planOf({ ...SAME, department: 'tax' }, nothing)).toMatchObject({ outcome: 'refused', fields: [] });
    // A department that the file itself brings is nobody's but the whole city's.
    expect(planOf({ ...SAME, department: 'new' }, nothing).outcome).toBe('refused');
  });

  it('compares with the draft where there is one, else with what is public', () => {
    const stored = { subject: subject(), draft: undefined };
    expect(planOf(SAME, stored)).toMatchObject({ outcome: 'unchanged', fields: [] });
    const wanted = { content: { ...PUBLIC, benefit: '两千元' }, departmentId: 'd1' };
    const draft = editedDraft(blankDraft('clause', subject(), NOW), wanted, 'p1', NOW);
    expect(planOf(SAME, { subject: subject(), draft })).toMatchObject({
      outcome: 'updated',
      draftId: draft.id,
      fields: [{ field: 'benefit', before: '两千元', after: '一千元' }],
    });
    const inReview = { ...draft, state: 'second' as const };
    expect(planOf(SAME, { subject: subject(), draft: inReview }).outcome).toBe('in-review');
  });

  it('tells others nothing but whether they say what is public', () => {
    const wanted = { content: { ...PUBLIC, department: 'tax', benefit: '未公开' }, departmentId: 'd2' };
    const foreign = subject({ departmentId: 'd2', publicContent: { ...PUBLIC, department: 'tax' } });
    const draft = editedDraft(blankDraft('clause', foreign, NOW), wanted, 'p2', NOW);
    const stored = { subject: foreign, draft };
    expect(planOf({ ...SAME, department: 'tax' }, stored).outcome).toBe('unchanged');
    const guess = planOf({ ...SAME, department: 'tax', benefit: '未公开' }, stored);
    expect(guess).toMatchObject({ outcome: 'refused', draftId: null, fields: [] });
    expect(guess.fault?.message).toContain('市税务局');
  });

  it('has the same key as long as the same would happen', () => {
    const stored = { subject: subject(), draft: undefined };
    const [first, again] = [
      planOf({ ...SAME, title: '新' }, stored),
      planOf({ ...SAME, title: '新' }, stored),
    ];
    expect(again.key).toBe(first.key);
    expect(planOf({ ...SAME, title: '再新' }, stored).key).not.toBe(first.key);
  });
});
