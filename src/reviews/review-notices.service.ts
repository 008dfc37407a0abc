import { Injectable } from '@nestjs/common';
import type { StaffPermission } from '../accounts/permissions.js';
import type { NoticeKind } from '../notices/notice.terms.js';
import type { StaffCard } from '../notices/staff-messages.service.js';
import { StaffNoticesService } from '../notices/staff-notices.service.js';
import { formatDay } from '../portal/format/beijing-time.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';
import { DRAFT_KIND_LABELS } from './draft.labels.js';
import { isStep, type ReviewStep } from './draft.terms.js';
import type { Draft } from './drafts/draft.entity.js';
import { ParticipantsService } from './participants.service.js';
import type { ReviewTransition } from './review-transitions.js';
import { STEP_RULES } from './review-transitions.js';
import { REVIEW_STEP_LABELS } from './review.labels.js';

const nameOf = ({ kind, title }: Draft): string => `${DRAFT_KIND_LABELS[kind]}“${title.slice(0, 60)}”`;

const cardOf = ({ kind, title, dueOn }: Draft, todo: string, note: string): StaffCard => ({
  title: `${DRAFT_KIND_LABELS[kind]}：${title}`,
  todo,
  due: dueOn === null ? '今天' : `${formatDay(dueOn)}前`,
  note,
});

/** Tells those concerned what became of a draft; joins the transaction in which it happened. */
@Injectable()
export class ReviewNoticesService {
  constructor(
    private readonly notices: StaffNoticesService,
    private readonly directory: StaffDirectory,
    private readonly participants: ParticipantsService,
  ) {}

  async tellOf(draft: Draft, { action, to }: ReviewTransition, by: string, comment?: string): Promise<void> {
    const name = nameOf(draft);
    if (isStep(to)) {
      const back = action === 'return-previous' ? `${by}退回了${name}：${comment ?? ''}。` : '';
      const text = `${back}${name}等待${REVIEW_STEP_LABELS[to]}，请在 ${draft.dueOn ?? '今天'} 前处理`;
      const note = action === 'return-previous' ? `${by}退回` : `${by}提交`;
      const card = cardOf(draft, `待${REVIEW_STEP_LABELS[to]}`, note);
      await this.tell(await this.reviewersOf(draft, to), 'to-review', draft, text, action, card);
    }
    if (to === 'returned') {
      const kind = action === 'fail' ? 'failed' : 'returned';
      await this.tellOwner(draft, kind, `${name}被退回：${comment ?? ''}。请修改后重新送审`, action);
    }
    if (to === 'published') await this.tellOwner(draft, 'published', `${name}已经发布`, action);
  }

  /** On the day a step is due, and the working day after. */
  async remind(draft: Draft, step: ReviewStep, overdue: boolean): Promise<void> {
    const name = nameOf(draft);
    const reviewers = await this.reviewersOf(draft, step);
    const due = draft.dueOn ?? '';
    if (!overdue) {
      await this.tell(
        reviewers,
        'reminder',
        draft,
        `${name}今天到期，请完成${REVIEW_STEP_LABELS[step]}`,
        `due-${due}`,
        cardOf(draft, `待${REVIEW_STEP_LABELS[step]}`, '今天到期'),
      );
      return;
    }
    const text = `${name}的${REVIEW_STEP_LABELS[step]}应在 ${due} 前完成，已经超期，请尽快处理`;
    const todo = `待${REVIEW_STEP_LABELS[step]}`;
    const late = cardOf(draft, todo, '已经超期，请尽快处理');
    await this.tell(reviewers, 'overdue', draft, text, `over-${due}`, late);
    await this.tellOwner(draft, 'overdue', text, `over-${due}`);
    const above = await this.directory.idsWith(STEP_RULES[step].escalatesTo, draft.departmentId);
    const others = above.filter((id) => !reviewers.includes(id) && id !== draft.ownerId);
    const urging = cardOf(draft, `督促${REVIEW_STEP_LABELS[step]}`, '已经超期，请督促');
    await this.tell(others, 'escalated', draft, `${text}，请督促`, `over-${due}`, urging);
  }

  /** Those who may decide at a step. */
  private async reviewersOf(draft: Draft, step: ReviewStep): Promise<string[]> {
    const permission: StaffPermission = STEP_RULES[step].permission;
    const { authors, deciders } = await this.participants.of(draft);
    const ids = await this.directory.idsWith(permission, draft.departmentId);
    return ids.filter((id) => !authors.has(id) && !deciders.has(id));
  }

  private tellOwner(draft: Draft, kind: NoticeKind, text: string, what: string): Promise<void> {
    return this.tell(draft.ownerId ? [draft.ownerId] : [], kind, draft, text, what);
  }

  private tell(
    ids: string[],
    kind: NoticeKind,
    draft: Draft,
    text: string,
    what: string,
    card: StaffCard | null = null,
  ): Promise<void> {
    const key = `${draft.id}/${draft.cycle}/${draft.round}/${kind}/${what}/${draft.state}`;
    return this.notices.tell(ids, { kind, draftId: draft.id, text, key: key.slice(0, 96), card });
  }
}
