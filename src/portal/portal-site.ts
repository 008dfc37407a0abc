import { Injectable } from '@nestjs/common';
import type { SiteView } from '../catalogue/catalogue.view.js';
import { InProcessApi } from './in-process-api.js';
import { PortalUnavailableError } from './portal.errors.js';

/** How long an answer about the site may be reused; a changed setting shows after this at the latest. */
const FRESH_MS = 10_000;

/** What the pages need to know of the site as a whole, asked from the API and kept for a moment. */
@Injectable()
export class PortalSite {
  private kept: { site: SiteView; until: number } | null = null;

  constructor(private readonly api: InProcessApi) {}

  /** Throws `PortalUnavailableError` when the API cannot say. */
  async get(): Promise<SiteView> {
    if (this.kept && Date.now() < this.kept.until) return this.kept.site;
    const answer = await this.api.for().get('/site');
    if (answer.status !== 200) throw new PortalUnavailableError();
    const site = answer.body as SiteView;
    this.kept = { site, until: Date.now() + FRESH_MS };
    return site;
  }
}
