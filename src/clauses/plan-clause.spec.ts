import { describe, expect, it } from '@jest/globals';
import type { Department } from '../departments/department.entity.js';
import type { ResolvedClause } from './clause-references.js';
import type { ClauseVersion } from './clause-version.entity.js';
import type { Clause } from './clause.entity.js';
import { ClauseRecord, type RecordStatus } from './clause.record.js';
import { type ClausePlan, planClause, planPublication } from './plan-clause.js';

const FIRST = new Date('2026-01-01T00:00:00Z');
const LATER = new Date('2026-02-01T00:00:00Z');
const TOPICS = ['topic-1', 'topic-2'];

function wanted(benefit: string, status: RecordStatus): ResolvedClause {
  const record = Object.assign(new ClauseRecord(), {
    code: 'c1',
    department: 'd1',
    policy: 'p1',
    ordinal: 1,
    title: '创业补贴',
    audience: 'citizen',
    supportKind: 'funding',
    benefit,
    applyTo: '2026-12-31',
    status,
  });
  const department = Object.assign({} as Department, { id: 'department-1', region: '420800' });
  return { index: 0, record, department, policyId: 'policy-1', topicIds: TOPICS };
}

/** The rows of one clause, changed by plans as the database would be. */
class Stored {
  clause: Clause | undefined;
  readonly versions = new Map<string, ClauseVersion>();

  latest(): ClauseVersion | undefined {
    return this.versions.get(this.clause?.latestVersionId ?? '');
  }

  published(): ClauseVersion | undefined {
    return this.versions.get(this.clause?.publishedVersionId ?? '');
  }

  save(benefit: string, status: RecordStatus, now = LATER): ClausePlan | null {
    const versions = { latest: this.latest(), published: this.published() };
    return this.apply(planClause(wanted(benefit, status), this.clause, versions, now), now);
  }

  publish(now = LATER): ClausePlan | null {
    const latest = this.latest();
    if (!this.clause || !latest) throw new Error('Nothing is stored');
    return this.apply(planPublication(this.clause, latest, this.published(), TOPICS, now), now);
  }

  withdraw(): void {
    if (this.clause) this.clause = { ...this.clause, status: 'withdrawn' };
  }

  private apply(plan: ClausePlan | null, now: Date): ClausePlan | null {
    if (!plan) return null;
    if (plan.replaces) this.versions.delete(plan.replaces);
    if (plan.version) this.versions.set(plan.version.id, plan.version);
    const released = this.versions.get(plan.releases ?? '');
    if (released) this.versions.set(released.id, { ...released, publishedAt: now });
    this.clause = plan.clause;
    return plan;
  }
}

const numbers = (stored: Stored): number[] =>
  [...stored.versions.values()].map((version) => version.number).sort();

describe('planning what becomes of a clause', () => {
  it('creates and publishes what is new', () => {
    const stored = new Stored();
    const plan = stored.save('一千元', 'published', FIRST);
    expect(plan).toMatchObject({ outcome: 'created', announce: 'published', supersedes: null });
    expect(stored.clause).toMatchObject({ status: 'published', publishedAt: FIRST, applyTo: '2026-12-31' });
    expect(stored.published()).toMatchObject({ number: 1, publishedAt: FIRST });
    expect(plan?.tags.map((tag) => tag.topicId)).toEqual(TOPICS);
  });

  it('creates a draft without telling anybody', () => {
    const stored = new Stored();
    expect(stored.save('一千元', 'draft')).toMatchObject({ outcome: 'created', announce: null });
    expect(stored.clause).toMatchObject({ status: 'draft', publishedVersionId: null, publishedAt: null });
  });

  it.each(['draft', 'published'] as const)('finds nothing to do for the same %s again', (status) => {
    const stored = new Stored();
    stored.save('一千元', status);
    expect(stored.save('一千元', status)).toBeNull();
  });

  it('puts a changed draft in place of the earlier one', () => {
    const stored = new Stored();
    stored.save('一千元', 'draft');
    const before = stored.latest()?.id;
    expect(stored.save('两千元', 'draft')).toMatchObject({ replaces: before, announce: null });
    expect(numbers(stored)).toEqual([1]);
    expect(stored.latest()?.benefit).toBe('两千元');
  });

  it('amends what is public by a version of its own', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    const before = stored.published()?.id;
    expect(stored.save('两千元', 'published')).toMatchObject({ announce: 'amended', supersedes: before });
    expect(numbers(stored)).toEqual([1, 2]);
  });

  it('keeps the public version while a draft of the next is worked on', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    expect(stored.save('两千元', 'draft')).toMatchObject({ announce: null, supersedes: null });
    expect(stored.published()?.benefit).toBe('一千元');
    expect(stored.latest()).toMatchObject({ number: 2, benefit: '两千元', publishedAt: null });
  });

  it('drops the draft, and tells nobody, when the public content comes again', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    stored.save('两千元', 'draft');
    expect(stored.save('一千元', 'published')).toMatchObject({ announce: null, version: null });
    expect(numbers(stored)).toEqual([1]);
    expect(stored.latest()).toBe(stored.published());
  });

  it('moves a clause to another place without a new version', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    const moved = wanted('一千元', 'published');
    moved.record.ordinal = 2;
    const versions = { latest: stored.latest(), published: stored.published() };
    const plan = planClause(moved, stored.clause, versions, LATER);
    expect(plan).toMatchObject({ outcome: 'updated', version: null, announce: null, clause: { ordinal: 2 } });
  });
});

describe('planning a publication', () => {
  it('makes the draft public as it is', () => {
    const stored = new Stored();
    stored.save('一千元', 'draft', FIRST);
    const draft = stored.latest()?.id;
    expect(stored.publish()).toMatchObject({ version: null, releases: draft, announce: 'published' });
    expect(stored.clause).toMatchObject({
      status: 'published',
      publishedVersionId: draft,
      publishedAt: LATER,
    });
    expect(stored.clause?.applyTo).toBe('2026-12-31');
  });

  it('supersedes what was public before', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    const before = stored.published()?.id;
    stored.save('两千元', 'draft');
    expect(stored.publish()).toMatchObject({ announce: 'amended', supersedes: before });
  });

  it('finds nothing to do where the latest version is public', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    expect(stored.publish()).toBeNull();
  });

  it.each(['publish', 'save'] as const)(
    'copies the content to a new version after a withdrawal (%s)',
    (way) => {
      const stored = new Stored();
      stored.save('一千元', 'published', FIRST);
      const before = stored.published();
      stored.withdraw();
      const plan = way === 'publish' ? stored.publish() : stored.save('一千元', 'published');
      expect(plan).toMatchObject({ announce: 'published', supersedes: before?.id });
      expect(numbers(stored)).toEqual([1, 2]);
      expect(stored.published()).toMatchObject({
        number: 2,
        benefit: '一千元',
        contentHash: before?.contentHash,
        publishedAt: LATER,
      });
      expect(plan?.tags.map((tag) => tag.topicId)).toEqual(TOPICS);
    },
  );

  it('publishes a draft made after a withdrawal without copying it', () => {
    const stored = new Stored();
    stored.save('一千元', 'published', FIRST);
    stored.withdraw();
    stored.save('两千元', 'draft');
    expect(stored.publish()).toMatchObject({ version: null, announce: 'published' });
    expect(numbers(stored)).toEqual([1, 2]);
  });
});
