import { existsSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CONSOLE_ASSETS } from './console-files.js';

const YEAR_MS = 365 * 86_400_000;

/** Serves the scripts and styles of the console. Their names change with their content, so they may be kept for ever. */
@Injectable()
export class ConsoleAssets implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    if (!existsSync(CONSOLE_ASSETS)) return;
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    await server.register(fastifyStatic, {
      root: CONSOLE_ASSETS,
      prefix: '/console/assets/',
      decorateReply: false,
      preCompressed: true,
      index: false,
      maxAge: YEAR_MS,
      immutable: true,
    });
  }
}
