import { Injectable } from '@nestjs/common';
import type { ClauseRow } from '../../clauses/clause-row.js';
import { ClauseEditorService } from '../../clauses/clause-editor.service.js';
import { ClauseRegisterService, type RegisteredClause } from '../../clauses/clause-register.service.js';
import { ClauseRecord } from '../../clauses/clause.record.js';
import { ruleFaultsOf } from '../../clauses/eligibility-rule.validator.js';
import type { InputFault } from '../../common/domain.error.js';
import type { SaveOptions } from '../../common/save-report.js';
import { validateRecord } from '../../common/validate-record.js';
import { DepartmentsService } from '../../departments/departments.service.js';
import { TopicsService } from '../../topics/topics.service.js';
import { type ContentShape, type DraftContent, tidyContent } from '../drafts/draft-content.js';
import type { DraftSubject, ImportableKindHandler, ImportedSubject, PlacedContent } from './draft-kind.js';
import type { DraftPreview } from './draft-preview.view.js';
import { CannotPublishError } from '../drafts/draft.errors.js';

const SHAPE: ContentShape = {
  department: 'text',
  policy: 'text',
  ordinal: 'number',
  title: 'text',
  audience: 'text',
  supportKind: 'text',
  benefit: 'text',
  amount: { min: 'number', max: 'number', unit: 'text', per: 'text' },
  conditions: ['text'],
  eligibility: 'rule',
  materials: [{ name: 'text', note: 'text' }],
  steps: [{ name: 'text', actor: 'text', workingDays: 'number' }],
  timeLimitDays: 'number',
  channels: ['text'],
  onlineUrl: 'text',
  windowAddress: 'text',
  phone: 'text',
  applyFrom: 'text',
  applyTo: 'text',
  topics: ['text'],
  keywords: ['text'],
  regions: ['text'],
  related: ['text'],
  attachments: [{ id: 'text', name: 'text', type: 'text', size: 'number', sha256: 'text' }],
};

/** A content made from a stored version: the same fields as a record's, without what goes without saying. */
export function contentOfRow({ clause, version, department, policy, topics }: ClauseRow): DraftContent {
  const identity = { department: department.code, policy: policy.code, ordinal: clause.ordinal };
  const { regions, id, clauseId, number, contentHash, createdAt, publishedAt, supersededAt, ...said } =
    version;
  // Nothing was stored yet but the title.
  if (version.number === 0) return tidyContent({ ...identity, title: said.title });
  const ownRegion = regions.length === 1 && regions[0] === department.region;
  return tidyContent({
    ...said,
    ...identity,
    topics: topics.map(({ code }) => code).sort(),
    regions: ownRegion ? [] : regions,
  });
}

/** The fields of a record without those that are not the content's. */
export function contentOfRecord({ code, status, ...said }: ClauseRecord): DraftContent {
  return tidyContent({ ...said });
}

const subjectOf = ({ clause, latest, published }: RegisteredClause): DraftSubject => ({
  id: clause.id,
  code: clause.code,
  title: latest.version.title,
  departmentId: clause.departmentId,
  content: contentOfRow(published ?? latest),
  publicContent: published ? contentOfRow(published) : null,
  publicVersion: published?.version.number ?? null,
  wasPublic: clause.publishedVersionId !== null,
});

/** A fault of the rules is one of the whole field; the editor shows each at its place. */
function atTheirPlaces(fault: InputFault, { eligibility, conditions }: DraftContent): InputFault[] {
  if (fault.path !== 'eligibility') return [fault];
  const faults = ruleFaultsOf(eligibility, conditions);
  return faults.map(({ path, message }) => ({
    path: path ? `eligibility.${path}` : 'eligibility',
    message,
  }));
}

/** Clauses as the reviews see them. */
@Injectable()
export class ClauseDraftKind implements ImportableKindHandler {
  readonly kind = 'clause';
  readonly shape = SHAPE;

  constructor(
    private readonly clauses: ClauseRegisterService,
    private readonly editor: ClauseEditorService,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
  ) {}

  async find(code: string): Promise<DraftSubject | null> {
    return (await this.findMany([code])).get(code) ?? null;
  }

  async findMany(codes: readonly string[]): Promise<Map<string, DraftSubject>> {
    const found = await this.clauses.findMany(codes);
    return new Map(found.map((registered) => [registered.clause.code, subjectOf(registered)]));
  }

  async register(subjects: readonly ImportedSubject[]): Promise<Map<string, string | null>> {
    const policies = await this.clauses.policyIds(subjects.map(({ content }) => String(content.policy)));
    const rows = subjects.flatMap(({ code, title, departmentId, content }) => {
      const policyId = policies.get(String(content.policy));
      if (departmentId === null || policyId === undefined) return [];
      return [{ code, title, departmentId, policyId, ordinal: Number(content.ordinal) }];
    });
    return this.clauses.registerAll(rows);
  }

  async place(content: DraftContent): Promise<PlacedContent> {
    const { department, policy, topics, ...rest } = content;
    const departments = await this.departments.byAnyName();
    const found = typeof department === 'string' ? departments.get(department) : undefined;
    const regions = Array.isArray(rest.regions) && rest.regions.length === 1 ? rest.regions[0] : undefined;
    if (found && regions === found.region) delete rest.regions;
    return {
      departmentId: found?.id,
      content: tidyContent({
        ...rest,
        department: found?.code ?? department,
        policy: typeof policy === 'string' ? await this.clauses.policyCode(policy) : policy,
        topics: Array.isArray(topics) ? await this.topicCodes(topics.map(String)) : [],
      }),
    };
  }

  async faults(code: string, content: DraftContent): Promise<InputFault[]> {
    const { record, faults } = this.recordOf(code, content);
    return faults.length > 0 ? faults : this.editor.check(record);
  }

  touch(subjectId: string, title: string, at: Date): Promise<void> {
    return this.clauses.touch(subjectId, title.slice(0, 120), at);
  }

  async publish(code: string, content: DraftContent, options: SaveOptions): Promise<number | null> {
    const { record, faults } = this.recordOf(code, content);
    if (faults.length > 0) throw new CannotPublishError(faults);
    const outcome = await this.editor.publishRecord(record, options);
    if ('faults' in outcome) throw new CannotPublishError(outcome.faults);
    return outcome.version;
  }

  remove(subjectId: string): Promise<void> {
    return this.clauses.remove(subjectId);
  }

  async preview(code: string, content: DraftContent): Promise<DraftPreview> {
    return { kind: 'clause', clause: await this.clauses.preview(this.recordOf(code, content).record) };
  }

  private recordOf(code: string, content: DraftContent): { record: ClauseRecord; faults: InputFault[] } {
    const { record, faults } = validateRecord(ClauseRecord, { ...content, code, status: 'published' });
    return { record, faults: faults.flatMap((fault) => atTheirPlaces(fault, content)) };
  }

  private async topicCodes(names: string[]): Promise<string[]> {
    const known = await this.topics.byAnyName();
    return [...new Set(names.map((name) => known.get(name.trim())?.code ?? name))].sort();
  }
}
