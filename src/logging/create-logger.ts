import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { AppConfig } from '../config/app-config.js';
import { describeError } from '../database/describe-error.js';

/** What nobody may read in a log, wherever somebody puts it by mistake. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'openid',
  'openId',
  'password',
  'phone',
  'secret',
  'sessionKey',
  'token',
  'unionid',
  'unionId',
  'query',
  'parameters',
];

const serializeError = (error: unknown): unknown => (error instanceof Error ? describeError(error) : error);

/**
 * The one logger of the process: a JSON object a line, with `level`, `time` (ISO 8601, UTC) and `msg`.
 * @param sink where lines go, the standard output unless told otherwise
 */
export function createLogger(config: Pick<AppConfig, 'logLevel'>, sink?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_NAMES.flatMap((name) => [`*.${name}`, name]), censor: '***' },
      serializers: {
        err: serializeError,
        error: serializeError,
        // Fastify's: a request has an address, a query and cookies, an answer may set some.
        req: () => undefined,
        res: () => undefined,
      },
    },
    sink ?? destination({ dest: 1, sync: true }),
  );
}
