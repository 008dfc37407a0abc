import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIES } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { PortalRenderer } from './portal-renderer.js';
import { AddressNotFoundError } from './portal.errors.js';

/** Addresses below these belong to programs: what is missing there is a problem, not a page for people. */
const NOT_PAGES = /^\/(api|assets|health|metrics)(\/|$)|\.[a-z0-9]{1,12}$/i;

const SESSION = new RegExp(`(?:^|;\\s*)${SESSION_COOKIES.account}=[^;]`);

const tagOf = (html: string): string => `W/"${createHash('sha1').update(html).digest('base64url')}"`;

/** Every page of the portal. The router matches this only when nothing more exact does. */
@ApiExcludeController()
@Controller()
@Requires('public')
export class PortalController {
  constructor(private readonly renderer: PortalRenderer) {}

  @Get('*')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (NOT_PAGES.test(path)) throw new AddressNotFoundError();
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
