import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Requires } from '../accounts/permissions.js';
import { isPagePath } from '../http/page-paths.js';
import { CONSOLE_PAGE } from './console-files.js';
import { ConsoleAddressNotFoundError, ConsoleUnavailableError } from './console.errors.js';

/** The page on which staff works; it holds nothing itself and asks the API, which asks for a session. */
@ApiExcludeController()
@Requires('public')
@Controller()
export class ConsoleController {
  private page: Promise<string> | null = null;

  /** Every address of the console is this page, so that it can be reloaded anywhere. */
  @Get(['console', 'console/*'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex')
  show(@Req() request: FastifyRequest): Promise<string> {
    if (!isPagePath(request.url)) throw new ConsoleAddressNotFoundError();
    this.page ??= readFile(CONSOLE_PAGE, 'utf8').catch(() => {
      this.page = null;
      throw new ConsoleUnavailableError();
    });
    return this.page;
  }
}
