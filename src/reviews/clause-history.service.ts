import { Injectable } from '@nestjs/common';
import { ClauseRegisterService } from '../clauses/clause-register.service.js';
import { ClauseNotFoundError } from '../clauses/clause.errors.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import type { ClauseVersionItem } from './clause-history.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { toDecisionView } from './draft-views.service.js';
import type { DiffView } from './draft.view.js';
import { diffContents } from './drafts/diff-contents.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import type { Submission } from './submission.entity.js';
import { contentOfRow } from './kinds/clause-draft.kind.js';

/** What a clause said over time, and who let it go public. */
@Injectable()
export class ClauseHistoryService {
  constructor(
    private readonly register: ClauseRegisterService,
    private readonly drafts: DraftsRepository,
    private readonly decisions: DecisionsRepository,
  ) {}

  /** The newest first. @throws ClauseNotFoundError */
  async versions(code: string, query: PageQuery): Promise<Page<ClauseVersionItem>> {
    const { clauseId, versions, total } = await this.register.versions(code, query);
    const draft = await this.drafts.findBySubject('clause', clauseId);
    const numbers = versions.map(({ number }) => number);
    const submissions = draft
      ? await this.decisions.findPublished(draft.id, numbers)
      : new Map<number, Submission>();
    const ids = [...submissions.values()].map(({ id }) => id);
    const decided = await this.decisions.findOfSubmissions(ids);
    const items = versions.map((version) => ({
      number: version.number,
      title: version.title,
      publishedAt: version.publishedAt?.toISOString() ?? null,
      supersededAt: version.supersededAt?.toISOString() ?? null,
      hash: version.contentHash,
      decisions: (decided.get(submissions.get(version.number)?.id ?? '') ?? []).map(toDecisionView),
    }));
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  /** What differs between two versions. @throws ClauseNotFoundError */
  async diff(code: string, from: number, to: number): Promise<DiffView> {
    const rows = await this.register.versionRows(code, [from, to]);
    const contentAt = (number: number) => {
      const row = rows.find(({ version }) => version.number === number);
      if (!row) throw new ClauseNotFoundError();
      return contentOfRow(row);
    };
    const fields = diffContents(contentAt(from), contentAt(to));
    return { from: `第 ${from} 版`, to: `第 ${to} 版`, fields };
  }
}
