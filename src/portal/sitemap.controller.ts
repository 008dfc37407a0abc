import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { SiteService } from '../catalogue/site.service.js';
import { AddressNotFoundError } from './portal.errors.js';
import { type LongList, SitemapEntries } from './sitemap-entries.js';
import { type SitemapEntry, sitemapFile, sitemapIndex } from './sitemap-xml.js';

const CLOSED = ['/api/', '/console/', '/me/', '/login', '/search?'];

const numbered = (list: LongList, files: number): string[] =>
  Array.from({ length: files }, (_, index) => `sitemap-${list}-${index + 1}.xml`);

/** What search engines read first. */
@ApiExcludeController()
@Controller()
@Requires('public')
export class SitemapController {
  constructor(
    private readonly entries: SitemapEntries,
    private readonly site: SiteService,
  ) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const sitemap = `Sitemap: ${this.site.get().publicUrl}/sitemap.xml`;
    return ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`), '', sitemap, ''].join('\n');
  }

  @Get('sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  async index(): Promise<string> {
    return sitemapIndex(this.site.get().publicUrl, [
      'sitemap-pages.xml',
      ...numbered('policies', await this.entries.filesOf('policies')),
      ...numbered('clauses', await this.entries.filesOf('clauses')),
    ]);
  }

  @Get('sitemap-pages.xml')
  pages(): StreamableFile {
    return this.stream(this.entries.pages());
  }

  @Get('sitemap-policies-:number.xml')
  policies(@Param('number') number: string): Promise<StreamableFile> {
    return this.part('policies', number);
  }

  @Get('sitemap-clauses-:number.xml')
  clauses(@Param('number') number: string): Promise<StreamableFile> {
    return this.part('clauses', number);
  }

  private async part(list: LongList, number: string): Promise<StreamableFile> {
    const lists = /^[1-9]\d{0,5}$/.test(number) ? await this.entries.file(list, Number(number)) : null;
    if (!lists) throw new AddressNotFoundError();
    return this.stream(lists);
  }

  private stream(lists: AsyncIterable<SitemapEntry[]>): StreamableFile {
    const text = Readable.from(sitemapFile(this.site.get().publicUrl, lists), { objectMode: false });
    return new StreamableFile(text, { type: 'application/xml; charset=utf-8' });
  }
}
