import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { NoticeNotFoundError } from './notice.errors.js';
import type { NoticeKind } from './notice.terms.js';
import type { NoticeView } from './notice.view.js';
import { type StaffCard, StaffMessagesService } from './staff-messages.service.js';
import { StaffNoticesRepository } from './staff-notices.repository.js';

/** A fact that people are to hear of. */
export interface Notice {
  kind: NoticeKind;
  draftId: string | null;
  /** One sentence that says what to do. */
  text: string;
  /** The same for the same fact, at most 96 characters: nobody hears it twice. */
  key: string;
  /** What goes to the WeChat of those who bound it; null: it is told in the console only. */
  card: StaffCard | null;
}

/** What staff is told in the console (通知). */
@Injectable()
export class StaffNoticesService {
  constructor(
    private readonly notices: StaffNoticesRepository,
    private readonly messages: StaffMessagesService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Tells people something; joins the transaction that states the fact. */
  async tell(staffIds: readonly string[], { kind, draftId, text, key, card }: Notice): Promise<void> {
    if (staffIds.length === 0) return;
    const createdAt = this.clock.now();
    const rows = [...new Set(staffIds)].map((staffId) => ({
      id: newId(),
      staffId,
      kind,
      draftId,
      text: text.slice(0, 500),
      dedupeKey: key,
      createdAt,
      readAt: null,
    }));
    await this.uow.run(async () => {
      await this.notices.insertNew(rows);
      if (card && draftId !== null) await this.messages.add(staffIds, draftId, key, card);
    });
  }

  async list(staffId: string, unread: boolean, query: PageQuery): Promise<Page<NoticeView>> {
    const { notices, total } = await this.notices.findPage(staffId, unread, query);
    const items = notices.map(({ id, kind, text, draftId, createdAt, readAt }) => ({
      id,
      kind,
      text,
      draftId,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  countUnread(staffId: string): Promise<number> {
    return this.notices.countUnread(staffId);
  }

  /** @throws NoticeNotFoundError also where it is somebody else's */
  async markRead(staffId: string, id: string): Promise<void> {
    const found = await this.uow.run(() => this.notices.markRead(staffId, id, this.clock.now()));
    if (!found) throw new NoticeNotFoundError();
  }

  async markAllRead(staffId: string): Promise<void> {
    await this.uow.run(() => this.notices.markAllRead(staffId, this.clock.now()));
  }
}
