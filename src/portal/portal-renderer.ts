import { Injectable, Logger } from '@nestjs/common';
import { InProcessApi, type Visitor } from './in-process-api.js';
import { failurePage } from '../http/failure-page.js';
import { SERVER_ENTRY } from './portal-files.js';
import { PortalSite } from './portal-site.js';
import { PortalUnavailableError } from './portal.errors.js';
import type { PortalServerEntry, RenderResult } from './render-contract.js';

/** Makes pages out of addresses with the web build, which is loaded when the first page is asked for. */
@Injectable()
export class PortalRenderer {
  private readonly logger = new Logger('Portal');
  private entry: Promise<PortalServerEntry> | null = null;

  constructor(
    private readonly api: InProcessApi,
    private readonly site: PortalSite,
  ) {}

  /** Never rejects: what goes wrong on the way is a page, too, with a status that says so. */
  async render(url: string, visitor: Visitor, signedIn: boolean): Promise<RenderResult> {
    try {
      const [{ render }, site] = await Promise.all([this.load(), this.site.get()]);
      return await render({ url, api: this.api.for(visitor), site, cookies: { signedIn } });
    } catch (error) {
      this.logger.error(error);
      return error instanceof PortalUnavailableError
        ? { status: 503, html: failurePage('暂时无法提供服务', error.message) }
        : { status: 500, html: failurePage('系统出错了', null) };
    }
  }

  private async load(): Promise<PortalServerEntry> {
    this.entry ??= import(SERVER_ENTRY) as Promise<PortalServerEntry>;
    try {
      return await this.entry;
    } catch (error) {
      // Next time it is tried again: the build may be running at this moment.
      this.entry = null;
      const missing = (error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND';
      throw missing ? new PortalUnavailableError('网页还没有构建，请运行 node scripts/build.mjs web') : error;
    }
  }
}
