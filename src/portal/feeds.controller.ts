import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { SiteService } from '../catalogue/site.service.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { CodeParam } from '../common/code.param.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { atomFeed } from './atom-feed.js';

/** How many of the newest clauses a feed holds. */
const ENTRIES = 50;

/** Atom feeds of topics and departments, for people and programs that follow many sites. */
@ApiExcludeController()
@Controller()
@Requires('public')
export class FeedsController {
  constructor(
    private readonly clauses: ClausesService,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly site: SiteService,
  ) {}

  @Get('topics/:code/feed.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=600')
  async topic(@Param() { code }: CodeParam): Promise<string> {
    const { id, name } = await this.topics.getRow(code);
    return this.feed('topic', id, name, `/topics/${code}`);
  }

  @Get('departments/:code/feed.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=600')
  async department(@Param() { code }: CodeParam): Promise<string> {
    const { id, name } = await this.departments.getRow(code);
    return this.feed('department', id, name, `/departments/${code}`);
  }

  private async feed(
    owner: 'department' | 'topic',
    id: string,
    title: string,
    page: string,
  ): Promise<string> {
    const { name: siteName, publicUrl } = this.site.get();
    const newest = await this.clauses.newestOf(owner, id, ENTRIES);
    return atomFeed({ title, page, feed: `${page}/feed.atom`, siteName, publicUrl }, newest);
  }
}
