/** What a fault can be planned for: calls, and what the events about sent messages report. */
export const FAULT_TARGETS = [
  'session',
  'token',
  'send',
  'template',
  'phone',
  'user_info',
  'sent_event',
  'template_event',
] as const;
export type FaultTarget = (typeof FAULT_TARGETS)[number];

/**
 * How a call goes wrong:
 * - `latency`: answers `ms` later, and right;
 * - `errcode`: answers `errcode` and does nothing;
 * - `http_500`: a gateway's error page;
 * - `hang`: never answers;
 * - `drop`: resets the connection.
 */
export type FaultKind = 'latency' | 'errcode' | 'http_500' | 'hang' | 'drop';

/** A fault for the next `times` calls. */
export interface Fault {
  target: FaultTarget;
  kind: FaultKind;
  times: number;
  /** For `http_500`, `hang` and `drop`: whether WeChat does its work before, so that a repeat does it twice. */
  accepted?: boolean;
  ms?: number;
  errcode?: number;
  errmsg?: string;
}

/** Planned faults; used in the order they were planned in. They do not outlive the process. */
export class Faults {
  #plans: Fault[] = [];

  plan(fault: Fault): void {
    this.#plans.push({ ...fault });
  }

  /** The fault for a call that is being made now, used up once. */
  take(target: FaultTarget): Fault | undefined {
    const fault = this.#plans.find((plan) => plan.target === target);
    if (fault !== undefined && --fault.times <= 0) this.#plans = this.#plans.filter((plan) => plan !== fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.#plans;
  }

  clear(): void {
    this.#plans = [];
  }
}
