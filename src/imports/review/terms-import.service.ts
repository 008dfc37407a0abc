import { Injectable } from '@nestjs/common';
import { contentHash } from '../../common/content-hash.js';
import type { Department } from '../../departments/department.entity.js';
import type { DepartmentRecord } from '../../departments/department.record.js';
import { DepartmentsService } from '../../departments/departments.service.js';
import { changedFields, type DraftContent, tidyContent } from '../../reviews/drafts/draft-content.js';
import type { StaffMember } from '../../staff/staff-member.js';
import { holds } from '../../staff/staff-scope.js';
import type { Topic } from '../../topics/topic.entity.js';
import type { TopicRecord } from '../../topics/topic.record.js';
import { TopicsService } from '../../topics/topics.service.js';
import type { ValidRecord, ValidRecords } from '../validate-records.js';
import { isWritten, type PlannedChange } from './planned-change.js';

const NOT_KEPT = '部门和主题由政务公开办统一维护，您不能新增或修改。请删去这一行，或请政务公开办处理';

const departmentFields = ({ name, shortName, region, phones, address }: DepartmentRecord): DraftContent =>
  tidyContent({ name, shortName: shortName || name.slice(0, 60), region, phones, address });
const topicFields = ({ group, name, description, aliases }: TopicRecord): DraftContent =>
  tidyContent({ group, name, description, aliases });
const storedDepartment = ({ name, shortName, region, phones, address }: Department): DraftContent =>
  tidyContent({ name, shortName, region, phones, address });
const storedTopic = ({ groupName, name, description, aliases }: Topic): DraftContent =>
  tidyContent({ group: groupName, name, description, aliases });

/** Departments and topics from files: not reviewed, and kept by few. */
@Injectable()
export class TermsImportService {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
  ) {}

  /** What importing would do, in the order of the records. */
  async plan({ valid }: ValidRecords, member: StaffMember): Promise<PlannedChange[]> {
    const mayKeep = holds(member, 'catalogue.terms', null);
    const departments = await this.departments.byAnyName();
    const topics = await this.topics.byAnyName();
    const planOne = (
      kind: PlannedChange['kind'],
      { record, placed }: ValidRecord<{ code: string; name: string }>,
      before: DraftContent | null,
      after: DraftContent,
    ): PlannedChange => {
      const fields = changedFields(before ?? {}, after);
      const wanted = before === null ? 'created' : fields.length > 0 ? 'updated' : 'unchanged';
      const refused = wanted !== 'unchanged' && !mayKeep;
      const outcome = refused ? 'refused' : wanted;
      const faults = refused ? [{ path: 'code', message: NOT_KEPT }] : [];
      const key = contentHash({ outcome, fields });
      return {
        kind,
        placed,
        code: record.code,
        title: record.name,
        outcome,
        faults,
        draftId: null,
        fields: refused ? [] : fields,
        key,
      };
    };
    return [
      ...valid.departments.map((one) => {
        const row = departments.get(one.record.code);
        const stored = row?.code === one.record.code ? storedDepartment(row) : null;
        return planOne('departments', one, stored, departmentFields(one.record));
      }),
      ...valid.topics.map((one) => {
        const row = topics.get(one.record.code);
        const stored = row?.code === one.record.code ? storedTopic(row) : null;
        return planOne('topics', one, stored, topicFields(one.record));
      }),
    ];
  }

  /** Saves what was planned, in the present transaction. */
  async apply({ valid }: ValidRecords, changes: readonly PlannedChange[]): Promise<void> {
    const written = new Set(changes.filter(isWritten).map(({ placed }) => placed));
    const wanted = <T>(records: readonly ValidRecord<T>[]): T[] =>
      records.filter(({ placed }) => written.has(placed)).map(({ record }) => record);
    await this.departments.save(wanted(valid.departments));
    await this.topics.save(wanted(valid.topics));
  }
}
