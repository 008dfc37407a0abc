/** What is wrong with one field: where (`title`, `steps.0.name`), and what to do. */
export interface FieldFault {
  path: string;
  message: string;
}

/** Why the API did not do what was asked, in words for people. */
export class ApiFault extends Error {
  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    message: string,
    /** What is wrong with single fields. */
    readonly faults: readonly string[] = [],
    /** The problem as it came; RFC 9457. */
    readonly problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** The stable code, e.g. `DRAFT.CONFLICT`; empty where none came. */
  get code(): string {
    return textOf(this.problem.code);
  }

  /** What is wrong with which field. */
  get fieldFaults(): FieldFault[] {
    return fieldFaultsOf(this.problem);
  }
}

const WITHOUT_ANSWER = '没有连上服务器，请检查网络后重试';
const DETAILS: Record<number, string> = {
  0: WITHOUT_ANSWER,
  401: '登录已失效，请重新登录',
  413: '文件超过大小限制，请拆分后再导入',
  429: '操作太频繁，请稍等一分钟再试',
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function fieldFaultsOf(problem: Readonly<Record<string, unknown>>): FieldFault[] {
  const faults: unknown[] = Array.isArray(problem.faults) ? problem.faults : [];
  return faults
    .map((fault) => (typeof fault === 'object' && fault !== null ? (fault as Record<string, unknown>) : {}))
    .map(({ path, message }) => ({ path: textOf(path), message: textOf(message) }))
    .filter(({ message }) => message !== '');
}

/** The fault that an answer which is no success stands for; `body` is whatever came with it. */
export function faultOf(status: number, body: unknown): ApiFault {
  const problem: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const messages = fieldFaultsOf(problem).map(({ message }) => message);
  const known = textOf(problem.detail) || DETAILS[status];
  return new ApiFault(status, known || '系统出错，请稍后再试；一直这样请联系管理员', messages, problem);
}

/** Anything that was thrown, as a fault: what is not an answer of the API means that none came. */
export const asFault = (error: unknown): ApiFault =>
  error instanceof ApiFault ? error : new ApiFault(0, WITHOUT_ANSWER);
