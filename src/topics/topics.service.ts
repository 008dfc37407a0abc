import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { NamedCode } from '../common/named-code.view.js';
import { planUpsert } from '../common/plan-upsert.js';
import type { SaveReport } from '../common/save-report.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { AuditService } from '../audit/audit.service.js';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { suggestTopics } from './suggest-topics.js';
import type { Topic } from './topic.entity.js';
import { TopicNotFoundError } from './topic.errors.js';
import type { TopicRecord } from './topic.record.js';
import type { TopicGroupView, TopicView } from './topic.view.js';
import { TopicsRepository } from './topics.repository.js';

function toTopicView(topic: Topic, clauseCount: number): TopicView {
  const { code, groupName, name, description, aliases } = topic;
  return { code, group: groupName, name, description, aliases, clauseCount };
}

/** The subscribable themes (主题). */
@Injectable()
export class TopicsService {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly feed: ChangeFeedService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<TopicView[]> {
    const toView = await this.viewer();
    return (await this.topics.findAll()).map(toView);
  }

  /** Turns topics into what the public sees of them. */
  async viewer(): Promise<(topic: Topic) => TopicView> {
    const counts = await this.topics.countPublishedClauses();
    return (topic) => toTopicView(topic, counts.get(topic.id) ?? 0);
  }

  /** Topics by group, both in the order of the codes. */
  async groups(): Promise<TopicGroupView[]> {
    const groups = new Map<string, TopicGroupView>();
    for (const topic of await this.list()) {
      const group = groups.get(topic.group) ?? { name: topic.group, topics: [] };
      group.topics.push(topic);
      groups.set(topic.group, group);
    }
    return [...groups.values()];
  }

  /** @throws TopicNotFoundError */
  async get(code: string): Promise<TopicView> {
    const topic = await this.getRow(code);
    const counts = await this.topics.countPublishedClauses();
    return toTopicView(topic, counts.get(topic.id) ?? 0);
  }

  /** @throws TopicNotFoundError */
  async getRow(code: string): Promise<Topic> {
    const topic = (await this.topics.findByCodes([code])).get(code);
    if (!topic) throw new TopicNotFoundError();
    return topic;
  }

  /** Codes and names by id. */
  async named(ids: readonly string[]): Promise<Map<string, NamedCode>> {
    const topics = await this.topics.findByIds(ids);
    return new Map(topics.map(({ id, code, name }) => [id, { code, name }]));
  }

  count(): Promise<number> {
    return this.topics.count();
  }

  /** Every topic, keyed by code and by name. */
  async byAnyName(): Promise<Map<string, Topic>> {
    const all = await this.topics.findAll();
    return new Map(all.flatMap((row) => [row.name, row.code].map((key) => [key, row] as const)));
  }

  /** Topics that fit a text, from their names and aliases. */
  async suggest(text: string): Promise<Topic[]> {
    return suggestTopics(text, await this.topics.findAll());
  }

  /** As `suggest`, for many texts: the topics are loaded once. */
  async suggester(): Promise<(text: string) => Topic[]> {
    const all = await this.topics.findAll();
    return (text) => suggestTopics(text, all);
  }

  /** Creates or updates topics by code; the same records again change nothing. */
  save(records: readonly TopicRecord[]): Promise<SaveReport> {
    return this.uow.run(async () => {
      const existing = await this.topics.findByCodes(records.map((record) => record.code));
      const { writes, counts } = planUpsert(records, existing);
      const now = this.clock.now();
      const rows = writes.map(({ record, hash, existing: stored }) => ({
        id: stored?.id ?? newId(),
        code: record.code,
        groupName: record.group,
        name: record.name,
        description: record.description ?? '',
        aliases: record.aliases ?? [],
        contentHash: hash,
        createdAt: stored?.createdAt ?? now,
        updatedAt: now,
      }));
      await this.topics.save(rows);
      await this.audit.recordAll(
        rows.map((row): AuditEvent => ({
          action: 'topic.saved',
          subject: { kind: 'topic', id: row.code, name: row.name },
          versionHash: row.contentHash,
        })),
      );
      await this.feed.record(
        'topic',
        rows.map((row) => row.id),
      );
      return { counts, faults: [] };
    });
  }
}
