import { Injectable } from '@nestjs/common';
import type { ClauseRow } from '../clauses/clause-row.js';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ProfileMatchingService } from '../eligibility/profile-matching.service.js';
import { ProfilesService } from '../eligibility/profiles.service.js';
import { savedQuery } from './saved-query.js';
import { SavedSearchesService } from './saved-searches.service.js';
import { type ReadMatches, SubscriberScan } from './subscriber-scan.js';
import type { Subscription } from './subscription.entity.js';
import type { SearchRecord, SubscriptionChange, TargetFolder } from './subscription.record.js';
import type { CodedKind, EndReason, Frequency, Target } from './subscription.terms.js';
import type { SubscriptionView } from './subscription.view.js';
import {
  EmptySearchError,
  SubscriptionNotFoundError,
  TooManySubscriptionsError,
} from './subscriptions.errors.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { keyOf, TargetsService } from './targets.service.js';

/** More than all topics, departments and the searches that anybody follows. */
const MOST_OPEN = 500;

/** Who wants to hear about what (订阅). */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    private readonly targets: TargetsService,
    private readonly searches: SavedSearchesService,
    private readonly profiles: ProfilesService,
    private readonly profileMatching: ProfileMatchingService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The subscriptions of an account that have not ended, the newest first. */
  async list(accountId: string, query: PageQuery): Promise<Page<SubscriptionView>> {
    const total = await this.subscriptions.countOpen(accountId);
    const rows = await this.subscriptions.findOpenPage(accountId, query);
    const names = await this.targets.describe(rows.map(targetOf));
    const items = rows.flatMap((row) => {
      const target = names.get(keyOf(targetOf(row)));
      const { id, frequency, pausedAt, createdAt } = row;
      if (!target) return [];
      return [{ id, target, frequency, paused: pausedAt !== null, createdAt: createdAt.toISOString() }];
    });
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  /** Codes of what an account subscribes to, by the folder of its addresses. */
  async codesOf(accountId: string): Promise<Record<TargetFolder, string[]>> {
    return {
      topics: await this.subscriptions.findOpenCodes(accountId, 'topic'),
      departments: await this.subscriptions.findOpenCodes(accountId, 'department'),
      policies: await this.subscriptions.findOpenCodes(accountId, 'policy'),
    };
  }

  /**
   * Subscribes to targets with codes; again changes only the frequency, where one is given.
   * @throws TopicNotFoundError, DepartmentNotFoundError, PolicyNotFoundError, TooManySubscriptionsError
   */
  subscribe(
    accountId: string,
    kind: CodedKind,
    codes: readonly string[],
    frequency?: Frequency,
  ): Promise<void> {
    return this.write(async () => {
      for (const code of new Set(codes)) {
        await this.open(accountId, await this.targets.find(kind, code), frequency);
      }
    });
  }

  /** Saves a search and subscribes to it. @throws EmptySearchError, TooManySubscriptionsError */
  subscribeToSearch(accountId: string, { q, frequency, ...filters }: SearchRecord): Promise<void> {
    const query = savedQuery(q, filters);
    if (query.words.length === 0 && Object.keys(query.filters).length === 0) throw new EmptySearchError();
    return this.write(async () => {
      const { id } = await this.searches.keep(query);
      await this.open(accountId, { kind: 'search', id }, frequency);
    });
  }

  /** Begins to tell what fits a profile. @throws ProfileNotFoundError, TooManySubscriptionsError */
  subscribeToProfile(accountId: string, id: string, frequency?: Frequency): Promise<void> {
    return this.write(async () => {
      await this.profiles.requireOwn(accountId, id);
      await this.open(accountId, { kind: 'profile', id }, frequency);
    });
  }

  async unsubscribeFromProfile(accountId: string, id: string): Promise<void> {
    await this.uow.run(async () => {
      const stored = await this.subscriptions.find(accountId, { kind: 'profile', id });
      if (stored?.endedAt === null) await this.subscriptions.update(stored.id, this.ending('by_person'));
    });
  }

  /** Ends the subscription to a target, where there is one. */
  async unsubscribe(accountId: string, kind: CodedKind, code: string): Promise<void> {
    await this.uow.run(async () => {
      const stored = await this.subscriptions.find(accountId, await this.targets.find(kind, code));
      if (stored?.endedAt === null) await this.subscriptions.update(stored.id, this.ending('by_person'));
    });
  }

  /** Pauses, resumes, or changes how soon. @throws SubscriptionNotFoundError also where it is somebody else's */
  change(accountId: string, id: string, { paused, frequency }: SubscriptionChange): Promise<void> {
    return this.uow.run(async () => {
      await this.getOpen(accountId, id);
      const pause = paused && { active: false, pausedAt: this.clock.now() };
      const resume = paused === false && { active: true, pausedAt: null };
      const changes = { ...(frequency && { frequency }), ...(pause || resume || {}) };
      if (Object.keys(changes).length > 0) await this.subscriptions.update(id, changes);
    });
  }

  /** @throws SubscriptionNotFoundError */
  end(accountId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      await this.getOpen(accountId, id);
      await this.subscriptions.update(id, this.ending('by_person'));
    });
  }

  /** Takes up an ended subscription again: the way back from a slip. @throws SubscriptionNotFoundError */
  restore(accountId: string, id: string): Promise<void> {
    return this.write(async () => {
      const stored = await this.subscriptions.findOwn(accountId, id);
      if (!stored) throw new SubscriptionNotFoundError();
      await this.open(accountId, targetOf(stored));
    });
  }

  /** Ends everything at once. */
  endAll(accountId: string): Promise<void> {
    return this.uow.run(() => this.subscriptions.endAll(accountId, this.ending('all_by_person')));
  }

  /** Everybody whom news about this clause version concerns. */
  async scan(row: ClauseRow): Promise<SubscriberScan> {
    const targets: Target[] = [
      ...row.topics.map(({ id }) => ({ kind: 'topic', id }) as const),
      { kind: 'department', id: row.department.id },
      { kind: 'policy', id: row.policy.id },
    ];
    const searchers = await this.subscriptions.findSearchSubscribers(await this.searches.matching(row));
    const matches = searchers
      .map(({ accountId, frequency, searchId }) => ({
        accountId,
        frequency,
        target: { kind: 'search', id: searchId } as const,
      }))
      .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    const read: ReadMatches = async (target, after, limit) => {
      const rows = await this.subscriptions.findSubscribersAfter(target, after, limit);
      return { matches: rows.map((found) => ({ ...found, target })), complete: rows.length < limit };
    };
    return new SubscriberScan(targets, matches, read, this.profileMatching.readersOf(row));
  }

  private async write(work: () => Promise<void>): Promise<void> {
    try {
      await this.uow.run(work);
    } catch (error) {
      // Pressed twice at once: the second time finds the rows of the first.
      if (!isUniqueViolation(error)) throw error;
      await this.uow.run(work);
    }
  }

  private async getOpen(accountId: string, id: string): Promise<Subscription> {
    const stored = await this.subscriptions.findOwn(accountId, id);
    if (!stored || stored.endedAt) throw new SubscriptionNotFoundError();
    return stored;
  }

  private ending(endReason: EndReason): Partial<Subscription> {
    return { active: false, endedAt: this.clock.now(), endReason };
  }

  private async open(accountId: string, target: Target, frequency?: Frequency): Promise<void> {
    const stored = await this.subscriptions.find(accountId, target);
    const begun = { active: true, pausedAt: null, endedAt: null, endReason: null };
    const createdAt = this.clock.now();
    if (stored?.endedAt === null) {
      if (frequency) await this.subscriptions.update(stored.id, { frequency });
      return;
    }
    if ((await this.subscriptions.countOpen(accountId)) >= MOST_OPEN) {
      throw new TooManySubscriptionsError(MOST_OPEN);
    }
    if (stored) {
      const changes = { ...begun, createdAt, frequency: frequency ?? stored.frequency };
      await this.subscriptions.update(stored.id, changes);
    } else {
      const row = { accountId, targetKind: target.kind, targetId: target.id, ...begun };
      await this.subscriptions.insert({
        id: newId(),
        ...row,
        createdAt,
        frequency: frequency ?? 'immediate',
      });
    }
  }
}

const targetOf = ({ targetKind, targetId }: Subscription): Target => ({ kind: targetKind, id: targetId });
