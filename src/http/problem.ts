import { HttpException } from '@nestjs/common';
import { ConflictError } from '../common/common.errors.js';
import { DomainError, type DomainErrorKind } from '../common/domain.error.js';
import { isUniqueViolation } from '../database/driver-codes.js';

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
  408: '请求超时',
  409: '状态冲突',
  413: '内容过大',
  414: '地址过长',
  415: '不支持的内容类型',
  429: '请求过于频繁',
  431: '请求头过大',
  503: '暂时无法提供服务',
};

const DETAILS: Record<number, string> = {
  400: '请求无法识别，请检查地址和内容',
  404: '没有这个地址，请检查后重试',
  408: '请求没有在规定时间内发完，请检查网络后重试',
  413: '内容超过大小限制，请减小后重试',
  414: '地址过长，请检查后重试',
  415: '请以 JSON 格式提交',
  429: '请求过于频繁，请稍后再试',
  431: '请求头过大，请清除本站的 Cookie 后重试',
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

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

function statusOf(error: unknown): number {
  if (error instanceof DomainError) return STATUS[error.kind];
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** The problem that stands for a status alone. */
export function problemOfStatus(status: number, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? (status >= 500 ? '系统出错' : '请求有误'),
    status,
    detail: DETAILS[status] ?? (status >= 500 ? '系统出错，请稍后再试' : '请求有误，请检查后重试'),
    code: `HTTP.${status}`,
    requestId,
  };
}

/** Two writers may meet on a unique key anywhere; only one of them can have it. */
function domainErrorOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  return isUniqueViolation(error) ? new ConflictError() : null;
}

/** Turns any error into a problem; what people must not see (internals) stays in the log. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = domainErrorOf(error);
  const problem = problemOfStatus(statusOf(known ?? error), requestId);
  if (!known) return problem;
  return {
    ...known.details,
    ...problem,
    detail: known.message,
    code: known.code,
    ...(known.faults.length > 0 ? { faults: known.faults } : {}),
  };
}
