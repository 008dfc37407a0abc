import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { WeChatError } from '../wechat-error.js';
import { WeChatHttp } from './wechat-http.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A TCP server that does `onRequest` once it has read something. */
async function serverThat(onRequest: (socket: Socket) => void, onConnect?: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (onConnect) onConnect(socket);
    else socket.once('data', () => onRequest(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
}

function http(baseUrl: string, timeoutMs = 300) {
  const client = new WeChatHttp({ baseUrl, timeoutMs });
  open.push(client);
  return client;
}

async function failureOf(client: WeChatHttp): Promise<WeChatError> {
  try {
    await client.call({
      method: 'POST',
      path: '/x',
      query: { access_token: 'T0KEN' },
      body: {},
      secrets: ['T0KEN'],
    });
  } catch (error) {
    if (error instanceof WeChatError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('failures of the network', () => {
  it('is retry when nobody listens', async () => {
    const port = await serverThat(() => undefined);
    await open.pop()?.close();
    const error = await failureOf(http(`http://127.0.0.1:${port}`));
    expect(error).toMatchObject({ kind: 'retry', errmsg: 'ECONNREFUSED before the request was sent' });
  });

  it('is retry when the name does not resolve', async () => {
    expect(await failureOf(http('http://nowhere.invalid', 5000))).toMatchObject({ kind: 'retry' });
  });

  it('is retry when the encrypted connection cannot be made', async () => {
    const port = await serverThat((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await failureOf(http(`https://127.0.0.1:${port}`))).toMatchObject({ kind: 'retry' });
  });

  it('is unknown_outcome when the connection is reset after the request was sent', async () => {
    const port = await serverThat((socket) => socket.resetAndDestroy());
    expect(await failureOf(http(`http://127.0.0.1:${port}`))).toMatchObject({ kind: 'unknown_outcome' });
  });

  it('is unknown_outcome when no answer comes in time', async () => {
    const port = await serverThat(() => undefined);
    const error = await failureOf(http(`http://127.0.0.1:${port}`));
    expect(error).toMatchObject({ kind: 'unknown_outcome', errmsg: 'time-out after the request was sent' });
  });

  it('is unknown_outcome when the answer breaks off', async () => {
    const port = await serverThat((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"errcode":0,'),
    );
    expect(await failureOf(http(`http://127.0.0.1:${port}`))).toMatchObject({ kind: 'unknown_outcome' });
  });

  it('is retry for a call that waited for a free connection until its time was up', async () => {
    const port = await serverThat(() => undefined);
    const dispatcher = new Agent({ connections: 1 });
    open.push(dispatcher);
    const over = (timeoutMs: number) =>
      new WeChatHttp({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs, dispatcher });
    const [first, second] = await Promise.all([failureOf(over(900)), failureOf(over(200))]);
    expect(first.kind).toBe('unknown_outcome');
    expect(second.kind).toBe('retry');
  });

  it('names neither the token nor the query in the error', async () => {
    const port = await serverThat((socket) => socket.resetAndDestroy());
    const error = await failureOf(http(`http://127.0.0.1:${port}`));
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(/T0KEN|access_token/);
  });
});
