import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { PROBLEM_TYPE, problemOfStatus } from './problem.js';

/** What Node's parser calls its refusals; everything else is a request that cannot be read (400). */
const STATUS_OF_CODE: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers what is not HTTP enough to become a request. The path is unknown, so it is always a problem. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const requestId = randomUUID();
    const problem = problemOfStatus(STATUS_OF_CODE[error.code ?? ''] ?? 400, requestId);
    const body = JSON.stringify(problem);
    const head = [
      `HTTP/1.1 ${problem.status} Refused`,
      `content-type: ${PROBLEM_TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}
