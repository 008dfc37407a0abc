import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import type { SearchPage } from '../search/search.view.js';
import { atomFeed } from './atom-feed.js';
import { InProcessApi } from './in-process-api.js';
import { AddressNotFoundError, PortalUnavailableError } from './portal.errors.js';
import { PortalSite } from './portal-site.js';
import type { ApiAnswer } from './render-contract.js';

/** How many of the newest clauses a feed holds. */
const ENTRIES = 50;

function bodyOf<T>(answer: ApiAnswer): T {
  if (answer.status === 200) return answer.body as T;
  throw answer.status >= 500 ? new PortalUnavailableError() : new AddressNotFoundError();
}

/** Atom feeds of topics and departments, for people and programs that follow many sites. */
@ApiExcludeController()
@Controller()
@Requires('public')
export class FeedsController {
  constructor(
    private readonly api: InProcessApi,
    private readonly site: PortalSite,
  ) {}

  @Get('topics/:code/feed.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=600')
  topic(@Param('code') code: string): Promise<string> {
    return this.feed('topics', 'topic', code);
  }

  @Get('departments/:code/feed.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=600')
  department(@Param('code') code: string): Promise<string> {
    return this.feed('departments', 'department', code);
  }

  private async feed(list: 'topics' | 'departments', filter: string, code: string): Promise<string> {
    const api = this.api.for();
    const encoded = encodeURIComponent(code);
    const [site, owner, found] = await Promise.all([
      this.site.get(),
      api.get(`/${list}/${encoded}`),
      api.get(`/search?type=clause&${filter}=${encoded}&pageSize=${ENTRIES}`),
    ]);
    const { name } = bodyOf<{ name: string }>(owner);
    const clauses = bodyOf<SearchPage>(found).items.flatMap((hit) => (hit.clause ? [hit.clause] : []));
    const page = `/${list}/${encoded}`;
    return atomFeed(
      {
        title: name,
        page,
        feed: `${page}/feed.atom`,
        siteName: site.name,
        publicUrl: site.publicUrl,
      },
      clauses,
    );
  }
}
