/** What a log line says of an error. */
export interface ErrorDescription {
  name: string;
  message: string;
  code?: string;
  /** Where it was thrown, without the message. */
  stack?: string;
  cause?: ErrorDescription;
}

/** How deep causes are followed. */
const DEEPEST = 3;

/** What TypeORM and the drivers call their errors, whose texts hold values: openids, phone numbers, what was typed. */
const DRIVER_CODE = /^(SQLITE|ER|WARN)_/;

const codeOf = (error: Error): string | undefined => {
  const own =
    (error as { code?: unknown }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof own === 'string' ? own : undefined;
};

function holdsValues(error: Error, code: string | undefined): boolean {
  if (code !== undefined && DRIVER_CODE.test(code)) return true;
  return 'driverError' in error || 'sqlState' in error || 'criteria' in error;
}

/** Frames only: a stack begins with the message. */
function framesOf(error: Error): string | undefined {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return frames && frames.length > 0 ? frames.join('\n') : undefined;
}

/**
 * An error as it may be logged. The messages of database errors are left out, because databases repeat values in them;
 * properties (parameters, SQL with values) never are part of it.
 */
export function describeError(error: Error, depth = 1): ErrorDescription {
  const code = codeOf(error);
  const description: ErrorDescription = {
    name: error.name,
    message: holdsValues(error, code) ? '(database error, text withheld)' : error.message,
  };
  if (code !== undefined) description.code = code;
  const stack = framesOf(error);
  if (stack !== undefined) description.stack = stack;
  if (error.cause instanceof Error && depth < DEEPEST)
    description.cause = describeError(error.cause, depth + 1);
  return description;
}
