import type { FastifyReply } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatorContext } from '../context.js';
import type { FaultTarget } from '../faults.js';
import { Refusal, refusalJson } from './refusal.js';

/**
 * Answers one call of WeChat's API, going wrong in the way that was planned for it.
 *
 * @param work makes the answer's JSON, or tells why the call is refused
 */
export async function answerWithFaults(
  { faults, options, now }: SimulatorContext,
  target: FaultTarget,
  reply: FastifyReply,
  work: () => string | Refusal,
): Promise<FastifyReply> {
  const fault = faults.take(target);
  const latency = (options.latencyMs ?? 0) + (fault?.kind === 'latency' ? (fault.ms ?? 0) : 0);
  if (latency > 0) await wait(latency);
  if (fault?.accepted === true) work();
  switch (fault?.kind) {
    case 'hang':
      // Left open; it ends when the caller or the simulator goes.
      return reply.hijack();
    case 'drop':
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return reply;
    case 'http_500':
      return reply.code(500).type('text/html').send('<html><body>500 Internal Server Error</body></html>');
    case 'errcode':
      return sendAnswer(reply, new Refusal(fault.errcode ?? -1, fault.errmsg ?? 'system error'), now());
    case 'latency':
    case undefined:
      return sendAnswer(reply, work(), now());
  }
}

/** Sends an answer's JSON or a refusal; both have HTTP 200. @param now milliseconds since 1970 */
export function sendAnswer(reply: FastifyReply, answer: string | Refusal, now: number): FastifyReply {
  const json = answer instanceof Refusal ? refusalJson(answer, now) : answer;
  return reply.code(200).type('application/json; encoding=utf-8').send(json);
}
