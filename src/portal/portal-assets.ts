import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS_FOLDER } from './portal-files.js';

const YEAR_MS = 365 * 86_400_000;

/** Serves the scripts and styles of the pages. Their names change with their content, so they may be kept for ever. */
@Injectable()
export class PortalAssets implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    await server.register(fastifyStatic, {
      root: ASSETS_FOLDER,
      prefix: '/assets/',
      // Other features register file servers of their own; only one of them may add sendFile to replies.
      decorateReply: false,
      preCompressed: true,
      index: false,
      maxAge: YEAR_MS,
      immutable: true,
    });
  }
}
