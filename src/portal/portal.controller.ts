import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIES } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { isPagePath } from '../http/page-paths.js';
import { PortalRenderer } from './portal-renderer.js';
import { AddressNotFoundError } from './portal.errors.js';

const SESSION = new RegExp(`(?:^|;\\s*)${SESSION_COOKIES.account}=[^;]`);

const tagOf = (html: string): string => `W/"${createHash('sha1').update(html).digest('base64url')}"`;

/** Every page of the portal. The router matches this only when nothing more exact does. */
@ApiExcludeController()
@Controller()
@Requires('public')
export class PortalController {
  constructor(private readonly renderer: PortalRenderer) {}

  /** The search page asks the API in this process, where no limit holds. */
  @Get('search')
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.page(request, reply);
  }

  @Get('*')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isPagePath(request.url)) throw new AddressNotFoundError();
    const { cookie } = request.headers;
    const signedIn = cookie !== undefined && SESSION.test(cookie);
    const page = await this.renderer.render(request.url, { cookie, address: request.ip }, signedIn);
    // Pages depend on who asks; a shared cache must never keep them.
    void reply.header('cache-control', 'private, no-cache');
    if (page.location !== undefined) return void (await reply.redirect(page.location, page.status));
    const tag = tagOf(page.html);
    void reply.header('etag', tag);
    if (page.status === 503) void reply.header('retry-after', '30');
    if (page.status === 200 && request.headers['if-none-match']?.includes(tag)) {
      return void (await reply.status(304).send());
    }
    await reply.status(page.status).type('text/html; charset=utf-8').send(page.html);
  }
}
