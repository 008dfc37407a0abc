import { contentHash } from '../../common/content-hash.js';
import type { StaffMember } from '../../staff/staff-member.js';
import { holds } from '../../staff/staff-scope.js';
import { type DraftState, isStep } from '../draft.terms.js';
import { changedFields, type DraftContent, type FieldChange, tidyContent } from '../drafts/draft-content.js';
import type { Draft } from '../drafts/draft.entity.js';
import { presentContent } from '../drafts/draft-writing.js';
import type { DraftSubject } from '../kinds/draft-kind.js';
import type { ImportOutcome } from '../import.terms.js';

/** A record of a file, as the content of a draft. */
export interface ImportedRecord {
  code: string;
  /** The content over what is there already, null where nothing is: files cannot say everything. References are codes. */
  contentOver(base: DraftContent | null): DraftContent;
}

/** What an import does to one draft, or would do. */
export interface DraftPlan {
  code: string;
  title: string;
  outcome: ImportOutcome;
  /** Why it is refused or left alone, and the field that is to blame where there is one. */
  fault: { path: string; message: string } | null;
  /** Null where there is no draft yet. */
  draftId: string | null;
  content: DraftContent;
  /** Nothing of what is refused: it may be another department's secret. */
  fields: FieldChange[];
  /** The same as long as the same would happen. */
  key: string;
}

/** What is there already. */
export interface StoredDraft {
  subject: DraftSubject | undefined;
  draft: Draft | undefined;
}

const IN_REVIEW = '正在审核，没有改动。请等审核结束，或先撤回送审再导入';

const isUnderReview = (state: DraftState): boolean => isStep(state) || state === 'scheduled';

function refusal(stored: StoredDraft, names: ReadonlyMap<string, string>): DraftPlan['fault'] {
  if (!stored.subject)
    return {
      path: 'department',
      message: '责任部门不在您的部门范围内，请改填您的部门，或由该部门的登记员导入',
    };
  const { departmentId } = stored.subject;
  const owner = departmentId === null ? '全市共同负责' : `属于${names.get(departmentId) ?? '其他部门'}`;
  return { path: 'code', message: `这个编码已经有了，${owner}，不在您的部门范围内。新内容请改用其他编码` };
}

/**
 * What importing a record would do. Nobody but those who may import in all departments concerned changes or sees
 * anything; others learn only whether a public content is the same.
 * @param ids ids of departments by code; one that the file itself brings is missing
 * @param names names of departments by id
 */
export function planDraft(
  record: ImportedRecord,
  stored: StoredDraft,
  member: Pick<StaffMember, 'roles'>,
  ids: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): DraftPlan {
  const { subject, draft } = stored;
  const base = subject ? presentContent(draft, subject) : null;
  const content = tidyContent(record.contentOver(base));
  const named = typeof content.department === 'string' ? (ids.get(content.department) ?? null) : null;
  const places = [named, ...(subject ? [subject.departmentId] : []), ...(draft ? [draft.departmentId] : [])];
  const allowed = places.every((id) => holds(member, 'catalogue.import', id));
  const told = (outcome: ImportOutcome, fault: DraftPlan['fault'], fields: FieldChange[]): DraftPlan => ({
    code: record.code,
    title: String(content.title),
    outcome,
    fault,
    draftId: allowed ? (draft?.id ?? null) : null,
    content,
    fields,
    key: contentHash({ outcome, fields }),
  });
  if (!allowed) {
    const shown = subject?.publicContent;
    const same = shown && changedFields(shown, tidyContent(record.contentOver(shown))).length === 0;
    return same ? told('unchanged', null, []) : told('refused', refusal(stored, names), []);
  }
  const fields = changedFields(base ?? {}, content);
  if (!subject) return told('created', null, fields);
  if (fields.length === 0) return told('unchanged', null, []);
  if (draft && isUnderReview(draft.state))
    return told('in-review', { path: 'code', message: IN_REVIEW }, fields);
  return told('updated', null, fields);
}
