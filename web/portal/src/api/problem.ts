import type { ApiAnswer } from '../../../../src/portal/render-contract.js';

/** Why a page cannot show what was asked for, in words for people. */
export interface PageProblem {
  /** HTTP status; 0 when no answer came at all. */
  status: number;
  title: string;
  detail: string;
  /** Where trying again leads, if not to the address that is shown. */
  retry?: string;
}

const TITLES: Record<number, string> = {
  0: '网络连接失败',
  400: '地址里的条件有误',
  404: '没有找到这个页面',
  429: '访问太频繁',
  503: '暂时无法提供服务',
};

const DETAILS: Record<number, string> = {
  0: '请检查网络后重试。',
  400: '请检查地址，或者回到首页重新查找。',
  404: '它可能已经撤下，或者地址有误。可以搜索一下，或者从首页找起。',
  429: '请稍等一分钟再试。',
  503: '请稍后再试。',
};

/** The problem for an HTTP status; `detail` is what the API said, where it said something. */
export function problemOf(status: number, detail?: string): PageProblem {
  return {
    status,
    title: TITLES[status] ?? '系统出错了',
    detail: detail || (DETAILS[status] ?? '请稍后再试。如果一直这样，请拨打 12345 告诉我们。'),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an API error says to people: its detail, and for wrong input what is wrong with it. */
export function detailOf(answer: ApiAnswer): string {
  if (typeof answer.body !== 'object' || answer.body === null) return '';
  const body: { detail?: unknown; faults?: unknown } = answer.body;
  const faults: unknown[] = Array.isArray(body.faults) ? body.faults : [];
  const messages = faults.map((fault) =>
    typeof fault === 'object' && fault !== null && 'message' in fault ? textOf(fault.message) : '',
  );
  const listed = messages.filter((message) => message !== '').join('；');
  return listed === '' ? textOf(body.detail) : `${listed}。`;
}

/** Whether an answer carries what was asked for. */
export const isOk = (answer: ApiAnswer): boolean => answer.status >= 200 && answer.status < 300;
