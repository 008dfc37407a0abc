import 'reflect-metadata';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { AuditContext } from './audit/audit-context.js';
import { TooManyRequestsError } from './common/common.errors.js';
import { InputPipe } from './common/input.pipe.js';
import { REQUESTS_PER_MINUTE } from './common/rate-limits.js';
import type { AppConfig } from './config/app-config.js';
import { BODY_LIMIT, HttpAdapter } from './http/http-adapter.js';
import { ProblemFilter } from './http/problem.filter.js';
import { createLogger } from './logging/create-logger.js';
import { NestLogger } from './logging/nest-logger.js';
import { isInternalCall } from './portal/internal-call.js';

/** Nothing but our own files; TDesign sets styles on elements. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/**
 * Builds the application without listening; the caller does, and closes it.
 * @param logSink where log lines go, the standard output unless told otherwise
 */
export async function createApp(
  config: AppConfig,
  logSink?: DestinationStream,
): Promise<NestFastifyApplication> {
  const logger = createLogger(config, logSink);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(config),
    new HttpAdapter(config, logger),
    {
      logger: new NestLogger(logger),
      abortOnError: false,
      rawBody: true,
    },
  );
  // WeChat's signature is made over the body as it came, in JSON or XML.
  app.useBodyParser(['text/xml', 'application/xml'], { bodyLimit: BODY_LIMIT });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  const audit = app.get(AuditContext);
  server.addHook('onRequest', (request, _reply, done) => audit.run(request, done));
  server.decorate(REQUESTS_PER_MINUTE, config.rateLimitPerMinute);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart);
  await app.register(fastifyCompress);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: CONTENT_POLICY,
    hsts: config.environment === 'production',
  });
  await app.register(fastifyRateLimit, {
    max: config.rateLimitPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => isInternalCall(request.headers),
    errorResponseBuilder: (_request, { ttl }) => new TooManyRequestsError(Math.ceil(ttl / 1000)),
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new InputPipe());
  app.enableShutdownHooks();
  const description = new DocumentBuilder().setTitle(config.siteName).setVersion('1').build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description));
  return app;
}
