import type { ResolvedClause } from '../../clauses/clause-references.js';
import type { PolicyRecord } from '../../policies/policy.record.js';
import { contentOfRecord } from '../../reviews/kinds/clause-draft.kind.js';
import { contentOfPolicyRecord } from '../../reviews/kinds/policy-draft.kind.js';
import type { ImportedRecord } from '../../reviews/imports/draft-plan.js';

/**
 * A policy of a file, as the content of a draft; attachments, which files cannot name, stay.
 * @param department its code; null where the file names none: the policy keeps its own
 * @param newIn the code of the department of new policies that name none
 */
export const policyContent = (
  record: PolicyRecord,
  department: string | null,
  newIn: string | null,
): ImportedRecord => ({
  code: record.code,
  contentOver: (base) => ({
    ...contentOfPolicyRecord(record),
    department: department ?? (base ? base.department : newIn),
    attachments: base?.attachments,
  }),
});

/**
 * A clause of a file, as the content of a draft; attachments stay, and topics where the file names none.
 * @param policy code
 * @param topics codes of those that the file names
 * @param suggested codes for a clause that has none at all
 */
export const clauseContent = (
  { record, department }: Pick<ResolvedClause, 'record' | 'department'>,
  policy: string,
  topics: readonly string[],
  suggested: readonly string[],
): ImportedRecord => {
  const { regions } = record;
  const ownRegion = regions?.length === 1 && regions[0] === department.region;
  return {
    code: record.code,
    contentOver: (base) => ({
      ...contentOfRecord(record),
      department: department.code,
      policy,
      regions: ownRegion ? [] : regions,
      topics: topics.length > 0 ? topics : (base?.topics ?? suggested),
      attachments: base?.attachments,
    }),
  };
};
