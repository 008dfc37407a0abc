import { Injectable } from '@nestjs/common';
import type { InputFault } from '../../common/domain.error.js';
import type { SaveOptions } from '../../common/save-report.js';
import { validateRecord } from '../../common/validate-record.js';
import { DepartmentsService } from '../../departments/departments.service.js';
import type { Policy } from '../../policies/policy.entity.js';
import { PolicyRecord } from '../../policies/policy.record.js';
import { PolicyRegisterService } from '../../policies/policy-register.service.js';
import { type ContentShape, type DraftContent, tidyContent } from '../drafts/draft-content.js';
import type { DraftSubject, ImportableKindHandler, ImportedSubject, PlacedContent } from './draft-kind.js';
import type { DraftPreview } from './draft-preview.view.js';
import { CannotPublishError } from '../drafts/draft.errors.js';

const SHAPE: ContentShape = {
  department: 'text',
  title: 'text',
  documentNumber: 'text',
  issuingBodies: ['text'],
  level: 'text',
  region: 'text',
  issuedOn: 'text',
  effectiveFrom: 'text',
  effectiveTo: 'text',
  status: 'text',
  sourceUrl: 'text',
  summary: 'text',
  body: 'text',
  attachments: [{ id: 'text', name: 'text', type: 'text', size: 'number', sha256: 'text' }],
};

function contentOf(policy: Policy, department: string | undefined): DraftContent {
  const { title, documentNumber, issuingBodies, level, region, issuedOn, effectiveFrom, effectiveTo } =
    policy;
  const { sourceUrl, summary, body } = policy;
  const dates = { issuedOn, effectiveFrom, effectiveTo };
  const status = policy.status === 'draft' ? 'published' : policy.status;
  const texts = { sourceUrl, summary, body, attachments: policy.attachments };
  return tidyContent({
    department,
    title,
    documentNumber,
    issuingBodies,
    level,
    region,
    status,
    ...dates,
    ...texts,
  });
}

/** The content that a record of a file means. */
export function contentOfPolicyRecord({ code, status, ...said }: PolicyRecord): DraftContent {
  return tidyContent({ ...said, status: status === 'draft' ? 'published' : status });
}

function subjectOf(policy: Policy, department: string | undefined): DraftSubject {
  const { id, code, title, departmentId } = policy;
  const content = contentOf(policy, department);
  const isPublic = policy.status !== 'draft';
  return {
    id,
    code,
    title,
    departmentId,
    content,
    publicContent: isPublic ? content : null,
    publicVersion: isPublic ? 1 : null,
    wasPublic: isPublic,
  };
}

/** Policies as the reviews see them. */
@Injectable()
export class PolicyDraftKind implements ImportableKindHandler {
  readonly kind = 'policy';
  readonly shape = SHAPE;

  constructor(
    private readonly policies: PolicyRegisterService,
    private readonly departments: DepartmentsService,
  ) {}

  async find(code: string): Promise<DraftSubject | null> {
    return (await this.findMany([code])).get(code) ?? null;
  }

  async findMany(codes: readonly string[]): Promise<Map<string, DraftSubject>> {
    const policies = await this.policies.findMany(codes);
    const departmentIds = policies.map(({ departmentId }) => departmentId).filter((id) => id !== null);
    const departments = await this.departments.named([...new Set(departmentIds)]);
    return new Map(
      policies.map((policy) => [
        policy.code,
        subjectOf(policy, departments.get(policy.departmentId ?? '')?.code),
      ]),
    );
  }

  register(subjects: readonly ImportedSubject[]): Promise<Map<string, string>> {
    return this.policies.registerAll(
      subjects.map(({ code, title, departmentId, content }) => ({
        code,
        title,
        departmentId,
        region: String(content.region),
      })),
    );
  }

  async place(content: DraftContent): Promise<PlacedContent> {
    const { department } = content;
    if (typeof department !== 'string' || department.trim() === '') {
      return { content: tidyContent(content), departmentId: null };
    }
    const found = (await this.departments.byAnyName()).get(department.trim());
    return {
      content: tidyContent({ ...content, department: found?.code ?? department }),
      departmentId: found?.id,
    };
  }

  faults(code: string, content: DraftContent): Promise<InputFault[]> {
    const { record, faults } = this.recordOf(code, content);
    if (record.status === 'draft') faults.push({ path: 'status', message: '请选择已发布、已失效或已废止' });
    return Promise.resolve(faults);
  }

  touch(subjectId: string, title: string, at: Date): Promise<void> {
    return this.policies.touch(subjectId, title.slice(0, 300), at);
  }

  async publish(code: string, content: DraftContent, _options: SaveOptions): Promise<number | null> {
    const { record, faults } = this.recordOf(code, content);
    if (faults.length > 0) throw new CannotPublishError(faults);
    const outcome = await this.policies.publish(record);
    if (outcome.length > 0) throw new CannotPublishError(outcome);
    return null;
  }

  remove(subjectId: string): Promise<void> {
    return this.policies.remove(subjectId);
  }

  preview(code: string, content: DraftContent): Promise<DraftPreview> {
    const policy = this.policies.preview(this.recordOf(code, content).record);
    return Promise.resolve({ kind: 'policy', policy });
  }

  private recordOf(code: string, content: DraftContent): { record: PolicyRecord; faults: InputFault[] } {
    return validateRecord(PolicyRecord, { ...content, code });
  }
}
