import { Injectable } from '@nestjs/common';
import { fitTemplateData, WeChatError } from '#libs/wechat';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { ContactsService } from '../contacts/contacts.service.js';
import { FollowersService } from '../contacts/followers.service.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobQueue } from '../jobs/job-queue.js';
import { dueAt } from '../notifications/schedule.js';
import { StaffWeChatService } from '../staff/account/staff-wechat.service.js';
import { OfficialAccountGateway } from '../wechat/official-account.gateway.js';
import type { StaffMessage } from './staff-message.entity.js';
import { StaffMessagesRepository } from './staff-messages.repository.js';

/** Jobs of this kind name a message. */
export const STAFF_MESSAGE_JOB = 'staff-message';

const MOST_DUE = 500;
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5_000;
const SLOW_DOWN_MS = 60_000;
/** Calls that one message may need (token, repeat with a fresh token) and time to record, in time-outs of a call. */
const LEASE_IN_TIMEOUTS = 5;

/** What a message to WeChat says; the rows of its card. */
export interface StaffCard {
  /** Of the draft. */
  title: string;
  /** What is to be done. */
  todo: string;
  /** Until when. */
  due: string;
  note: string;
}

/** A message that was begun, and where it goes. */
interface Begun {
  message: StaffMessage;
  openId: string;
}

/**
 * Tells staff by the official account's template message (公众号模板消息) what waits for them. The row is written with
 * the fact; jobs only say where to look, and a message whose sender died is not sent a second time.
 */
@Injectable()
export class StaffMessagesService {
  constructor(
    private readonly messages: StaffMessagesRepository,
    private readonly wechats: StaffWeChatService,
    private readonly contacts: ContactsService,
    private readonly followers: FollowersService,
    private readonly official: OfficialAccountGateway,
    private readonly addresses: ServerAddresses,
    private readonly queue: JobQueue,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Writes messages for those whose WeChat is bound; joins the transaction that states the fact. */
  async add(staffIds: readonly string[], draftId: string, dedupeKey: string, card: StaffCard): Promise<void> {
    if (!this.config.reviewMessagesOn || staffIds.length === 0) return;
    const accounts = await this.wechats.accountsOf(staffIds);
    const told = await this.messages.findTold([...accounts.keys()], dedupeKey);
    const now = this.clock.now();
    const rows = [...accounts]
      .filter(([staffId]) => !told.has(staffId))
      .map(([staffId, accountId]): StaffMessage => ({
        id: newId(),
        staffId,
        draftId,
        dedupeKey,
        title: card.title.slice(0, 300),
        todo: card.todo.slice(0, 60),
        due: card.due.slice(0, 30),
        note: card.note.slice(0, 120),
        state: 'pending',
        attempts: 0,
        dueAt: dueAt('immediate', now, accountId, this.config.quiet),
        leaseEndsAt: null,
        errorCode: null,
        createdAt: now,
        sentAt: null,
      }));
    if (rows.length === 0) return;
    await this.messages.insertNew(rows);
    const present = rows.filter((row) => row.dueAt <= now).map(({ id }) => id);
    await this.queue.add(STAFF_MESSAGE_JOB, present);
  }

  /** Sends a message. A second call for the same does nothing. */
  async send(id: string): Promise<void> {
    const begun = await this.uow.run(() => this.begin(id));
    if (!begun) return;
    const { message, openId } = begun;
    try {
      await this.official.send({
        openId,
        templateId: this.config.officialReviewTemplateId,
        url: `${this.addresses.publicUrl}/console/review/${message.draftId}`,
        data: this.cardOf(message),
        clientMessageId: message.id,
      });
    } catch (error) {
      await this.refused(begun, error);
      return;
    }
    await this.uow.run(() => this.messages.finish(id, { state: 'sent', sentAt: this.clock.now() }));
  }

  /** Looks after messages whose sender died, and offers again those whose job was lost or whose time has come. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.uow.run(() => this.messages.markUncertain(now));
    const due = await this.messages.findDue(now, MOST_DUE);
    if (due.length > 0) await this.queue.add(STAFF_MESSAGE_JOB, due);
  }

  private async begin(id: string): Promise<Begun | null> {
    const now = this.clock.now();
    const leaseEnd = this.clock.after(LEASE_IN_TIMEOUTS * this.config.wechatTimeoutMs);
    if (!(await this.messages.begin(id, now, leaseEnd))) return null;
    const message = await this.messages.findById(id);
    if (!message) return null;
    if (await this.messages.wasRead(message)) {
      await this.messages.finish(id, { state: 'cancelled' });
      return null;
    }
    const accountId = (await this.wechats.accountsOf([message.staffId])).get(message.staffId) ?? '';
    const openId = (await this.contacts.followingOpenIdsOf([accountId])).get(accountId);
    if (openId === undefined) {
      await this.messages.finish(id, { state: 'unreachable' });
      return null;
    }
    return { message, openId };
  }

  private cardOf({ title, todo, due, note }: StaffMessage): Record<string, string> {
    const texts = [title, todo, due, note];
    const keys = this.config.officialReviewTemplateKeys;
    return fitTemplateData(Object.fromEntries(keys.map((key, at) => [key, texts[at] ?? ''])));
  }

  /** Only what WeChat certainly did not accept is tried again. */
  private async refused({ message, openId }: Begun, error: unknown): Promise<void> {
    const kind = error instanceof WeChatError ? error.kind : 'unknown_outcome';
    // A pause of the whole account is no fault of the message.
    const attempts = message.attempts + (kind === 'slow_down' ? 0 : 1);
    const errorCode = (error instanceof WeChatError ? error.errcode : null) ?? null;
    const ended = { attempts, errorCode };
    await this.uow.run(async () => {
      if (kind === 'consent_gone') {
        await this.messages.finish(message.id, { ...ended, state: 'unreachable' });
        await this.followers.doubt([openId]);
      } else if (kind === 'unknown_outcome') {
        await this.messages.finish(message.id, { ...ended, state: 'uncertain' });
      } else if (kind === 'permanent' || attempts >= MOST_ATTEMPTS) {
        await this.messages.finish(message.id, { ...ended, state: 'failed' });
      } else {
        const pause = kind === 'slow_down' ? SLOW_DOWN_MS : FIRST_PAUSE_MS * 2 ** (attempts - 1);
        const later = this.clock.after(pause);
        await this.messages.finish(message.id, { ...ended, state: 'pending', dueAt: later });
      }
    });
  }
}
