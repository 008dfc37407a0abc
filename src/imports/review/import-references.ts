import type {
  NamedDepartment,
  NamedPolicy,
  NamedTopic,
  ReferenceTables,
} from '../../clauses/clause-references.js';
import type { ValidRecord, ValidRecords } from '../validate-records.js';
import { type PlannedChange, isWritten } from './planned-change.js';

/** Stands for the id of what the file itself brings. */
const ownId = (code: string): string => `file:${code}`;

/** The records that are not refused. */
function kept<T>(records: readonly ValidRecord<T>[], changes: readonly PlannedChange[]): T[] {
  const refused = new Set(changes.filter(({ outcome }) => outcome === 'refused').map(({ placed }) => placed));
  return records.filter(({ placed }) => !refused.has(placed)).map(({ record }) => record);
}

/** Departments and topics by any name, those that the file brings or renames included. */
export function withOwnTerms(
  { valid }: ValidRecords,
  changes: readonly PlannedChange[],
  stored: Pick<ReferenceTables, 'departments' | 'topics'>,
): Pick<ReferenceTables, 'departments' | 'topics'> {
  const departments = new Map<string, NamedDepartment>(stored.departments);
  for (const { code, name, shortName, region } of kept(valid.departments, changes)) {
    const row = { id: departments.get(code)?.id ?? ownId(code), code, region };
    for (const known of [name, shortName || name.slice(0, 60), code]) departments.set(known, row);
  }
  const topics = new Map<string, NamedTopic>(stored.topics);
  for (const { code, name } of kept(valid.topics, changes)) {
    const row = { id: topics.get(code)?.id ?? ownId(code), code };
    for (const known of [name, code]) topics.set(known, row);
  }
  return { departments, topics };
}

/** As `stored`, with the policies that the file brings or renames. */
export function withOwnPolicies(
  { valid }: ValidRecords,
  changes: readonly PlannedChange[],
  stored: ReferenceTables,
): ReferenceTables {
  const policies = new Map<string, readonly NamedPolicy[]>(stored.policies);
  const written = new Map(changes.filter(isWritten).map(({ placed, outcome }) => [placed, outcome]));
  for (const { record, placed } of valid.policies) {
    if (!written.has(placed)) continue;
    const { code, title, documentNumber } = record;
    const known = [...policies.values()].flat().find((policy) => policy.code === code);
    const row = known ?? { id: ownId(code), code, status: 'draft' as const };
    for (const name of [code, documentNumber, title]) {
      if (!name) continue;
      const others = policies.get(name) ?? [];
      // A code means one policy, whatever others are called.
      if (name === code) policies.set(name, [row]);
      else if (!others.some((policy) => policy.code === code || policy.code === name))
        policies.set(name, [...others, row]);
    }
  }
  return { ...stored, policies };
}
