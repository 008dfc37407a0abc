import type { RecordFault } from '../common/save-report.js';
import type { Department } from '../departments/department.entity.js';
import type { Policy } from '../policies/policy.entity.js';
import type { Topic } from '../topics/topic.entity.js';
import type { ClauseRecord } from './clause.record.js';

/** What must be known of a row that a record names. */
export type NamedDepartment = Pick<Department, 'id' | 'code' | 'region'>;
export type NamedPolicy = Pick<Policy, 'id' | 'code' | 'status'>;
export type NamedTopic = Pick<Topic, 'id' | 'code'>;

/** All that clause records may refer to, by every name a file may use. */
export interface ReferenceTables {
  departments: ReadonlyMap<string, NamedDepartment>;
  policies: ReadonlyMap<string, readonly NamedPolicy[]>;
  topics: ReadonlyMap<string, NamedTopic>;
  /** `policyId/ordinal` → code of the clause that holds the place. */
  ordinals: Map<string, string>;
}

/** A record whose references were found. */
export interface ResolvedClause {
  index: number;
  record: ClauseRecord;
  department: NamedDepartment;
  policyId: string;
  topicIds: string[];
}

type Resolution = { clause: ResolvedClause } | { faults: RecordFault[] };

function resolvePolicy(record: ClauseRecord, tables: ReferenceTables): NamedPolicy | string {
  const found = tables.policies.get(record.policy) ?? [];
  if (found.length > 1) return '有多份政策同名或同文号，请改填政策编码';
  return found[0] ?? '没有这份政策，请先导入政策，或检查政策编码、文号、标题';
}

/** Finds what one record refers to, and takes its place in the policy. */
export function resolveReferences(record: ClauseRecord, index: number, tables: ReferenceTables): Resolution {
  const faults: RecordFault[] = [];
  const fault = (path: string, message: string) => faults.push({ index, path, message });
  const department = tables.departments.get(record.department);
  if (!department) fault('department', '没有这个部门，请先导入部门，或检查部门编码、名称');
  const policy = resolvePolicy(record, tables);
  if (typeof policy === 'string') fault('policy', policy);
  const topicIds = new Set<string>();
  for (const name of record.topics ?? []) {
    const topic = tables.topics.get(name);
    if (topic) topicIds.add(topic.id);
    else fault('topics', `没有主题“${name.slice(0, 30)}”，请填写主题列表中的编码或名称`);
  }
  if (typeof policy !== 'string') {
    const place = `${policy.id}/${record.ordinal}`;
    const holder = tables.ordinals.get(place);
    if (holder && holder !== record.code) {
      fault('ordinal', `同一政策下序号 ${record.ordinal} 已被条款 ${holder} 使用，请改用其他序号`);
    } else tables.ordinals.set(place, record.code);
  }
  if (record.applyFrom && record.applyTo && record.applyFrom > record.applyTo) {
    fault('applyTo', '申报截止早于申报开始，请检查日期');
  }
  if (faults.length > 0 || !department || typeof policy === 'string') return { faults };
  return { clause: { index, record, department, policyId: policy.id, topicIds: [...topicIds].sort() } };
}

/** Faults of records that repeat the code of an earlier one in the same file. */
export function duplicateCodes(records: readonly { code: string }[]): RecordFault[] {
  const first = new Map<string, number>();
  return records.flatMap((record, index) => {
    const earlier = first.get(record.code);
    if (earlier === undefined) {
      first.set(record.code, index);
      return [];
    }
    return [{ index, path: 'code', message: `编码 ${record.code} 重复出现，请保留一条` }];
  });
}
