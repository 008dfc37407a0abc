import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

/** What Nest passes after the message: a stack, which the message has itself, and last the name of who speaks. */
const contextOf = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
};

/** Parts of Nest that log what they throw as well; whoever starts the application tells people, in one line. */
const THROWERS: ReadonlySet<string | undefined> = new Set([
  'ExceptionHandler',
  'NestApplication',
  'TypeOrmModule',
]);

/** Lets Nest, and every `new Logger('Name')` in the code, write to the one logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(asked: Level, message: unknown, rest: readonly unknown[]): void {
    const context = contextOf(rest);
    const level = asked === 'error' && THROWERS.has(context) ? 'debug' : asked;
    if (message instanceof Error) this.logger[level]({ context, error: message });
    else if (typeof message === 'object' && message !== null) this.logger[level]({ context, ...message });
    else this.logger[level]({ context }, String(message));
  }
}
