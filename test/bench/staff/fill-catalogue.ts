import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { ClauseVersionTopic } from '../../../src/clauses/clause-version-topic.entity.js';
import { ClauseVersion } from '../../../src/clauses/clause-version.entity.js';
import { ClauseViewDay } from '../../../src/clauses/clause-view-day.entity.js';
import { Clause } from '../../../src/clauses/clause.entity.js';
import { asColumns } from '../../../src/database/as-columns.js';
import { chunksOf } from '../../../src/database/in-chunks.js';
import { newId } from '../../../src/database/new-id.js';
import { DepartmentDay } from '../../../src/departments/department-day.entity.js';
import { Department } from '../../../src/departments/department.entity.js';
import { Policy } from '../../../src/policies/policy.entity.js';
import { Topic } from '../../../src/topics/topic.entity.js';

const CHUNK = 250;
const DAY = 86_400_000;
const CLAUSES_A_POLICY = 20;
const DAYS_COUNTED = 1_000;

export const each = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_none, at) => make(at));

/** One of a list, by turns. */
export const turn = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

export async function insertAll<T extends ObjectLiteral>(
  source: DataSource,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  await source.transaction(async (manager) => {
    for (const chunk of chunksOf(rows, CHUNK)) {
      await manager.insert(
        entity,
        chunk.map((row) => asColumns<T>(row)) as Parameters<typeof manager.insert>[1],
      );
    }
  });
}

/** What the console's rows refer to. */
export interface FilledCatalogue {
  departments: Department[];
  clauses: Clause[];
  versions: ClauseVersion[];
}

const hash = (at: number): string => at.toString(16).padStart(64, '0');
const ago = (days: number): Date => new Date(Date.now() - days * DAY);
const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Stores departments, topics, policies and clauses of every status, most of them published, some about to end. */
export async function fillCatalogue(source: DataSource, count: number): Promise<FilledCatalogue> {
  const now = new Date();
  const times = { createdAt: now, updatedAt: now };
  const departments = each(20, (at): Department => ({
    ...{ id: newId(), code: `d${at}`, name: `第${at}局`, shortName: `${at}局`, region: '420800' },
    ...{ phones: [], address: null, contentHash: hash(at), ...times },
  }));
  const topics = each(116, (at): Topic => ({
    ...{ id: newId(), code: `t${at}`, groupName: `组${at % 12}`, name: `主题${at}`, description: '' },
    ...{ aliases: [], contentHash: hash(at), ...times },
  }));
  const policies = each(Math.ceil(count / CLAUSES_A_POLICY), (at): Policy => ({
    ...{
      id: newId(),
      code: `p${at}`,
      title: `关于支持第${at}件事的若干措施`,
      documentNumber: `荆政发〔2026〕${at}号`,
    },
    ...{ departmentId: turn(departments, at).id, issuingBodies: ['市人民政府'], level: 'city' },
    ...{
      region: '420800',
      status: 'published',
      issuedOn: day(-at % 900),
      effectiveFrom: null,
      effectiveTo: null,
    },
    ...{ sourceUrl: null, summary: '', body: null, attachments: null, contentHash: hash(at), ...times },
  }));
  const clauses = each(count, (at): Clause => {
    const status = turn(
      ['published', 'published', 'published', 'draft', 'published', 'withdrawn', 'expired'],
      at,
    );
    const isPublic = status === 'published';
    const versionId = newId();
    return {
      ...{ id: newId(), code: `c${at}`, departmentId: turn(departments, Math.floor(at / 7)).id },
      ...{ policyId: turn(policies, at).id, ordinal: Math.floor(at / policies.length) + 1, status },
      ...{ publishedVersionId: isPublic ? versionId : null, latestVersionId: versionId },
      ...{ latestTitle: titleOf(at), publishedAt: status === 'draft' ? null : ago(at % 700) },
      ...{ applyTo: isPublic && at % 3 === 0 ? day((at % 400) - 20) : null, expiresOn: null },
      ...{ endedAt: null, endReason: null, successorId: null, catalogueEntryId: null },
      ...{ createdAt: ago(at % 700), updatedAt: ago(at % 300) },
    } as Clause;
  });
  const versions = clauses.map(
    (clause, at): ClauseVersion =>
      ({
        ...{ id: clause.latestVersionId ?? '', clauseId: clause.id, number: 1, title: clause.latestTitle },
        ...{
          audience: turn(['enterprise', 'citizen', 'both'], at),
          supportKind: turn(['funding', 'tax_relief'], at),
        },
        ...{
          benefit: '对符合条件的给予一次性补贴，按实际缴纳社会保险的人数计算，最高不超过三十万元。',
          amount: null,
        },
        ...{ conditions: ['在本市注册并依法纳税', '上年度无重大违法记录'], eligibility: null },
        ...{
          materials: [{ name: '营业执照' }, { name: '申请表' }],
          steps: [{ name: '受理', actor: '窗口' }],
        },
        ...{ timeLimitDays: 10, channels: ['online'], onlineUrl: null, windowAddress: null, phone: null },
        ...{ applyFrom: null, applyTo: clause.applyTo, keywords: [], regions: ['420800'], related: [] },
        ...{
          attachments: null,
          contentHash: hash(at),
          createdAt: clause.createdAt,
          publishedAt: clause.publishedAt,
        },
        supersededAt: null,
      }) as ClauseVersion,
  );
  await insertAll(source, Department, departments);
  await insertAll(source, Topic, topics);
  await insertAll(source, Policy, policies);
  await insertAll(source, Clause, clauses);
  await insertAll(source, ClauseVersion, versions);
  await insertAll(
    source,
    ClauseVersionTopic,
    versions.map(({ id }, at) => ({ clauseVersionId: id, topicId: turn(topics, at).id })),
  );
  const seen = clauses.filter((_clause, at) => at % 5 === 0);
  const views = each(30, (back) =>
    seen.map(({ id }, at): ClauseViewDay => ({ clauseId: id, day: day(-back), views: (at % 40) + 1 })),
  );
  await insertAll(source, ClauseViewDay, views.flat());
  const counts = each(DAYS_COUNTED, (back) =>
    departments.map(({ id }, at): DepartmentDay => ({
      ...{ departmentId: id, day: day(-back), views: at + back, told: at * 10 },
    })),
  );
  await insertAll(source, DepartmentDay, counts.flat());
  return { departments, clauses, versions };
}

const titleOf = (at: number): string =>
  `${turn(['企业', '高校毕业生', '农户', '残疾人', '科技型中小企业'], at)}第${at}项${turn(['补贴', '奖励', '贴息', '减免'], at)}`;
