import { Injectable } from '@nestjs/common';
import type { InputFault } from '../../common/domain.error.js';
import { validateRecord } from '../../common/validate-record.js';
import type { Interpretation } from '../../interpretations/interpretation.entity.js';
import { InterpretationRecord } from '../../interpretations/interpretation.record.js';
import { InterpretationsService } from '../../interpretations/interpretations.service.js';
import { type ContentShape, type DraftContent, tidyContent } from '../drafts/draft-content.js';
import type { DraftKindHandler, DraftSubject, PlacedContent } from './draft-kind.js';
import type { DraftPreview } from './draft-preview.view.js';
import { CannotPublishError } from '../drafts/draft.errors.js';

const SHAPE: ContentShape = { policy: 'text', title: 'text', body: 'text', sourceUrl: 'text' };

const contentOf = ({ title, body, sourceUrl }: Interpretation, policy: string): DraftContent =>
  tidyContent({ policy, title, body, sourceUrl });

/** Interpretations (解读) as the reviews see them; they belong to the department of their policy. */
@Injectable()
export class InterpretationDraftKind implements DraftKindHandler {
  readonly kind = 'interpretation';
  readonly shape = SHAPE;

  constructor(private readonly interpretations: InterpretationsService) {}

  async find(code: string): Promise<DraftSubject | null> {
    const found = await this.interpretations.find(code);
    if (!found) return null;
    const { interpretation, policy } = found;
    const content = contentOf(interpretation, policy.code);
    const isPublic = interpretation.status === 'published';
    const { id, title, departmentId } = interpretation;
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

  async place(content: DraftContent): Promise<PlacedContent> {
    const policy = await this.interpretations.policyNamed(String(content.policy ?? ''));
    return {
      content: tidyContent({ ...content, policy: policy?.code ?? content.policy }),
      departmentId: policy ? policy.departmentId : undefined,
    };
  }

  faults(code: string, content: DraftContent): Promise<InputFault[]> {
    const { record, faults } = this.recordOf(code, content);
    return faults.length > 0 ? Promise.resolve(faults) : this.interpretations.check(record);
  }

  touch(subjectId: string, title: string, at: Date): Promise<void> {
    return this.interpretations.touch(subjectId, title.slice(0, 200), at);
  }

  async publish(code: string, content: DraftContent): Promise<number | null> {
    const { record, faults } = this.recordOf(code, content);
    const all = faults.length > 0 ? faults : await this.interpretations.check(record);
    if (all.length > 0) throw new CannotPublishError(all);
    await this.interpretations.publish(record);
    return null;
  }

  remove(subjectId: string): Promise<void> {
    return this.interpretations.remove(subjectId);
  }

  async preview(code: string, content: DraftContent): Promise<DraftPreview> {
    const { record } = this.recordOf(code, content);
    return { kind: 'interpretation', interpretation: await this.interpretations.preview(record) };
  }

  private recordOf(
    code: string,
    content: DraftContent,
  ): { record: InterpretationRecord; faults: InputFault[] } {
    return validateRecord(InterpretationRecord, { ...content, code });
  }
}
