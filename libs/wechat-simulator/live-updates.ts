import type { ServerResponse } from 'node:http';

const BEAT_MS = 25_000;
const MOST_STREAMS = 500;

/** Pages that are open and want to know when something changed on a phone (Server-Sent Events). */
export class LiveUpdates {
  readonly #streams = new Map<ServerResponse, string | undefined>();
  #beat: NodeJS.Timeout | undefined;

  /**
   * Keeps an answer open and writes `changed` to it whenever something happens on a phone.
   *
   * @param openid the phone; undefined for all of them
   */
  open(response: ServerResponse, openid?: string): void {
    if (this.#streams.size >= MOST_STREAMS) {
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    this.#streams.set(response, openid);
    response.on('close', () => this.#streams.delete(response));
    this.#beat ??= setInterval(() => this.#write(': still here\n\n', () => true), BEAT_MS).unref();
  }

  /** Tells the pages of one phone, and those of all phones. */
  changed(openid: string): void {
    const wants = (watched: string | undefined) => watched === undefined || watched === openid;
    this.#write('event: changed\ndata: 1\n\n', wants);
  }

  /** Tells every page. */
  allChanged(): void {
    this.#write('event: changed\ndata: 1\n\n', () => true);
  }

  close(): void {
    clearInterval(this.#beat);
    for (const stream of this.#streams.keys()) stream.end();
    this.#streams.clear();
  }

  #write(text: string, wants: (openid: string | undefined) => boolean): void {
    for (const [stream, openid] of this.#streams) if (wants(openid)) stream.write(text);
  }
}
