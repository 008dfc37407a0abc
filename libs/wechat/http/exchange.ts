import type { Dispatcher } from 'undici';

/** A request as undici dispatches it. */
export type Request = Pick<Dispatcher.DispatchOptions, 'origin' | 'path' | 'method' | 'body' | 'headers'>;

/** What came back. */
export interface Response {
  status: number;
  text: string;
}

/** An exchange that failed; `sent` is whether any byte of the request may have left this machine. */
export class ExchangeFailed extends Error {
  constructor(
    readonly sent: boolean,
    /** The error's code, or its message. */
    readonly reason: string,
  ) {
    super(reason);
  }
}

const TOO_LATE = 'time-out';

/**
 * One request and its whole answer, by undici's own events: the comfortable way costs twice the processor time, and a
 * push makes a million requests.
 *
 * As long as no connected socket is about to write the request (refused, no DNS, failed TLS, full pool), nobody can have
 * seen it, whatever the error is called: more certain than any list of error codes. The time runs from the call, also
 * while it waits for a free connection.
 *
 * @throws ExchangeFailed
 */
export function exchange(dispatcher: Dispatcher, request: Request, timeoutMs: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const handler = new Handler(timeoutMs, resolve, reject);
    try {
      dispatcher.dispatch(request, handler);
    } catch (error) {
      handler.fail(error);
    }
  });
}

class Handler implements Dispatcher.DispatchHandler {
  private readonly timer: NodeJS.Timeout;
  private readonly chunks: Buffer[] = [];
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private sent = false;
  private late = false;

  constructor(
    timeoutMs: number,
    private readonly resolve: (response: Response) => void,
    private readonly reject: (error: ExchangeFailed) => void,
  ) {
    this.timer = setTimeout(() => this.giveUp(), timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // A call whose time was up while it queued is aborted right here, unwritten.
    if (this.late) controller.abort(new Error(TOO_LATE));
    else this.sent = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.timer);
    const [only] = this.chunks;
    const bytes = this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks);
    this.resolve({ status: this.status, text: bytes.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  fail(error: unknown): void {
    clearTimeout(this.timer);
    // Read by its fields: it may come from another realm, where `instanceof Error` is false.
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
    const reason = typeof code === 'string' ? code : String(message ?? 'network failure');
    this.reject(new ExchangeFailed(this.sent, reason));
  }

  private giveUp(): void {
    this.late = true;
    this.controller?.abort(new Error(TOO_LATE));
    this.reject(new ExchangeFailed(this.sent, TOO_LATE));
  }
}
