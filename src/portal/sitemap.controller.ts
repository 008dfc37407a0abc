import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { PortalSite } from './portal-site.js';
import { AddressNotFoundError } from './portal.errors.js';
import { SitemapEntries } from './sitemap-entries.js';
import { SITEMAP_LIMIT, sitemapFile, sitemapIndex } from './sitemap-xml.js';

/** What search engines read first. */
@ApiExcludeController()
@Controller()
@Requires('public')
export class SitemapController {
  constructor(
    private readonly entries: SitemapEntries,
    private readonly site: PortalSite,
  ) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  async robots(): Promise<string> {
    const { publicUrl } = await this.site.get();
    const closed = ['/api/', '/console/', '/me/', '/login', '/search?'];
    return [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${publicUrl}/sitemap.xml`,
      '',
    ].join('\n');
  }

  @Get('sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  async whole(): Promise<string> {
    const [{ publicUrl }, entries] = await Promise.all([this.site.get(), this.entries.all()]);
    if (entries.length <= SITEMAP_LIMIT) return sitemapFile(publicUrl, entries);
    return sitemapIndex(publicUrl, Math.ceil(entries.length / SITEMAP_LIMIT));
  }

  @Get('sitemap-:number.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  async part(@Param('number') number: string): Promise<string> {
    const [{ publicUrl }, entries] = await Promise.all([this.site.get(), this.entries.all()]);
    const start = (Number(number) - 1) * SITEMAP_LIMIT;
    if (!/^[1-9]\d{0,5}$/.test(number) || start >= entries.length) throw new AddressNotFoundError();
    return sitemapFile(publicUrl, entries.slice(start, start + SITEMAP_LIMIT));
  }
}
