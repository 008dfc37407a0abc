import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUniqueViolation } from '../database/driver-codes.js';
import { ConflictError } from './common.errors.js';
import { DomainError, type DomainErrorKind } from './domain.error.js';

const STATUS: Record<DomainErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'illegal-state': 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

const TITLES: Record<number, string> = {
  400: '请求有误',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持的请求方式',
  409: '状态冲突',
  413: '内容过大',
  415: '不支持的内容类型',
  429: '请求过于频繁',
  503: '暂时无法提供服务',
};

/** RFC 9457 problem details, as every error of the API is answered. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  faults?: { path: string; message: string }[];
}

function statusOf(error: unknown): number {
  if (error instanceof DomainError) return STATUS[error.kind];
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

const DETAILS: Record<number, string> = {
  400: '请求无法识别，请检查地址和内容',
  404: '没有这个地址，请检查后重试',
  413: '内容超过大小限制，请减小后重试',
  415: '请以 JSON 格式提交',
  429: '请求过于频繁，请稍后再试',
};

/** Two writers may meet on a unique key anywhere; only one of them can have it. */
function domainErrorOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  return isUniqueViolation(error) ? new ConflictError() : null;
}

/** Turns any error into a problem; what people must not see (internals) stays in the log. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = domainErrorOf(error);
  const status = statusOf(known ?? error);
  const problem: Problem = {
    type: 'about:blank',
    title: TITLES[status] ?? (status >= 500 ? '系统出错' : '请求有误'),
    status,
    detail:
      known?.message ??
      DETAILS[status] ??
      (status >= 500 ? '系统出错，请稍后再试' : '请求有误，请检查后重试'),
    code: known?.code ?? `HTTP.${status}`,
    requestId,
  };
  if (known && known.faults.length > 0) problem.faults = known.faults;
  return problem;
}

/** The one place where errors become HTTP answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, request.id);
    if (problem.status >= 500 && !(error instanceof DomainError)) {
      this.logger.error({ requestId: request.id, error: error instanceof Error ? error.stack : 'unknown' });
    }
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}
