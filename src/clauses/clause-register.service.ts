import { Injectable } from '@nestjs/common';
import { parseDocumentNumber } from '#libs/chinese-text';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import { newId } from '../database/new-id.js';
import { contentOf } from './clause-content.js';
import type { ClauseRow } from './clause-row.js';
import type { ClauseVersion } from './clause-version.entity.js';
import { ClauseWritesRepository } from './clause-writes.repository.js';
import type { Clause } from './clause.entity.js';
import type { ClauseRecord } from './clause.record.js';
import type { ClauseView } from './clause.view.js';
import { ClausesRepository } from './clauses.repository.js';
import { blankClause } from './plan-clause.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { blankVersion } from './blank-version.js';
import { ClauseNotFoundError } from './clause.errors.js';
import { toClauseSummary, toClauseView } from './to-clause-view.js';

/** A clause as an editor finds it. */
export interface RegisteredClause {
  clause: Clause;
  /** The newest version; a blank one where nothing was stored yet. */
  latest: ClauseRow;
  /** What the public reads now. */
  published: ClauseRow | null;
}

/** A new clause, with ids of what it belongs to. */
export interface NewClause {
  code: string;
  title: string;
  departmentId: string;
  policyId: string;
  /** The next free place of the policy where none is named. */
  ordinal?: number;
}

/** Clauses before and beside their publication; the writing methods join the transaction of their caller. */
@Injectable()
export class ClauseRegisterService {
  constructor(
    private readonly clauses: ClausesRepository,
    private readonly writes: ClauseWritesRepository,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly clock: Clock,
  ) {}

  async find(code: string): Promise<RegisteredClause | null> {
    return (await this.findMany([code]))[0] ?? null;
  }

  /** Those of the codes that are known. */
  async findMany(codes: readonly string[]): Promise<RegisteredClause[]> {
    const clauses = [...(await this.writes.findByCodes(codes)).values()];
    const shown = clauses.filter(({ status }) => status === 'published');
    const published = await this.clauses.complete(shown, ({ publishedVersionId }) => publishedVersionId);
    const byClause = new Map(published.map((row) => [row.clause.id, row]));
    const latest = await this.clauses.completeLatest(clauses);
    return latest.map((row) => ({
      clause: row.clause,
      latest: row,
      published: byClause.get(row.clause.id) ?? null,
    }));
  }

  /** Ids of policies by code. */
  async policyIds(codes: readonly string[]): Promise<Map<string, string>> {
    const found = await this.writes.findPoliciesByAnyName([...new Set(codes)]);
    return new Map([...found.values()].flat().map(({ code, id }) => [code, id]));
  }

  /** The code of the policy that a text means; the text itself where it means none, or several. */
  async policyCode(name: string): Promise<string> {
    const found = (await this.writes.findPoliciesByAnyName([name.trim()])).get(name.trim()) ?? [];
    return found.length === 1 && found[0] ? found[0].code : name;
  }

  /** Begins a clause that nobody reads yet. */
  async register({ code, title, departmentId, policyId, ordinal }: NewClause): Promise<void> {
    const now = this.clock.now();
    const identity = { code, departmentId, policyId, latestTitle: title.slice(0, 120) };
    const place = ordinal ?? (await this.writes.nextOrdinal(policyId));
    await this.writes.insertClauses([{ ...blankClause(now), ...identity, ordinal: place }]);
  }

  /**
   * As `register`, for many, each with its place.
   * @returns ids by code; null for those whose place another clause holds
   */
  async registerAll(clauses: readonly Required<NewClause>[]): Promise<Map<string, string | null>> {
    const now = this.clock.now();
    const places = await this.writes.findOrdinals([...new Set(clauses.map(({ policyId }) => policyId))]);
    const begun = new Map<string, string | null>();
    const rows: Clause[] = [];
    for (const { title, ...identity } of clauses) {
      const place = `${identity.policyId}/${identity.ordinal}`;
      const row = { ...blankClause(now), ...identity, latestTitle: title.slice(0, 120) };
      begun.set(row.code, places.has(place) ? null : row.id);
      if (places.has(place)) continue;
      places.set(place, row.code);
      rows.push(row);
    }
    await this.writes.insertClauses(rows);
    return begun;
  }

  /** Other policies whose document number is stored as it is written here, or in its official spelling. */
  policiesNumbered(
    documentNumber: string,
    except: string | undefined,
  ): Promise<{ code: string; title: string; documentNumber: string | null }[]> {
    const canonical = parseDocumentNumber(documentNumber)?.canonical;
    const spellings = [...new Set([documentNumber, ...(canonical ? [canonical] : [])])];
    return this.writes.findPoliciesNumbered(spellings, except ?? '');
  }

  /** Heads of the versions of a clause, the newest first. @throws ClauseNotFoundError */
  async versions(
    code: string,
    query: PageQuery,
  ): Promise<{ clauseId: string; versions: ClauseVersion[]; total: number }> {
    const clause = await this.clauses.findByCode(code);
    if (!clause) throw new ClauseNotFoundError();
    return { clauseId: clause.id, ...(await this.writes.findVersionPage(clause.id, query)) };
  }

  /** Versions by number, with all they belong to. @throws ClauseNotFoundError */
  async versionRows(code: string, numbers: readonly number[]): Promise<ClauseRow[]> {
    const clause = await this.clauses.findByCode(code);
    if (!clause) throw new ClauseNotFoundError();
    const found = await Promise.all(numbers.map((number) => this.clauses.findVersion(clause.id, number)));
    const ids = found.flatMap((version) => version?.id ?? []);
    return this.clauses.findRowsOfVersions([...new Set(ids)]);
  }

  touch(id: string, title: string, at: Date): Promise<void> {
    return this.writes.touch(id, title, at);
  }

  remove(id: string): Promise<void> {
    return this.writes.deleteClause(id);
  }

  /**
   * A valid record as the public would read it.
   * @throws ClauseNotFoundError where what it belongs to is missing
   */
  async preview(record: ClauseRecord): Promise<ClauseView> {
    const department = (await this.departments.byAnyName()).get(record.department);
    const stored = await this.clauses.findByCode(record.code);
    const policy = await this.clauses.findPolicyByCode(record.policy);
    if (!department || !stored || !policy) throw new ClauseNotFoundError();
    const topics = await this.topics.byAnyName();
    const tagged = (record.topics ?? []).flatMap((name) => topics.get(name) ?? []);
    const resolved = { index: 0, record, department, policyId: policy.id, topicIds: [] };
    const version: ClauseVersion = { ...blankVersion(stored), id: newId(), ...contentOf(resolved) };
    const row = {
      // As it would stand there: the version that the public reads.
      clause: { ...stored, ordinal: record.ordinal, publishedVersionId: version.id },
      version,
      department,
      policy,
      topics: tagged,
    };
    const related = await this.clauses.findPublishedByCodes(record.related ?? []);
    const rows = await this.clauses.complete(related, ({ publishedVersionId }) => publishedVersionId);
    return toClauseView(row, rows.map(toClauseSummary));
  }
}
