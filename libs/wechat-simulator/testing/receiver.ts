import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A push as it arrived at a test's callback address. */
export interface ReceivedPush {
  query: Record<string, string>;
  body: string;
  contentType: string;
}

/** A callback address for tests: keeps what arrives and answers as told. */
export class Receiver {
  /** HTTP status of the next answers. */
  status = 200;
  /** Body of the next answers. */
  answer = 'success';
  readonly pushes: ReceivedPush[] = [];
  readonly #waiting: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** Starts to listen. @param port 0 takes a free one */
  static async start(port = 0): Promise<Receiver> {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address() as AddressInfo;
    const receiver = new Receiver(server, `http://127.0.0.1:${address.port}/callback`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '', receiver.url);
        receiver.pushes.push({
          query: Object.fromEntries(url.searchParams),
          body: Buffer.concat(chunks).toString(),
          contentType: request.headers['content-type'] ?? '',
        });
        response.writeHead(receiver.status).end(receiver.answer);
        receiver.#waiting.splice(0).forEach((resolve) => resolve());
      });
    });
    return receiver;
  }

  /** The first `count` pushes, as soon as there are so many. */
  async received(count: number): Promise<ReceivedPush[]> {
    while (this.pushes.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.pushes.slice(0, count);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
