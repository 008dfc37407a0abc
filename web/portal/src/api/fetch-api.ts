import type { ApiAnswer, PortalApi } from '../../../../src/portal/render-contract.js';

const BASE = '/api/v1';

async function read(response: Response): Promise<ApiAnswer> {
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: json ? await response.json() : null };
}

/** The API over HTTP, for the browser. */
export const fetchApi: PortalApi = {
  async get(path) {
    return read(await fetch(BASE + path, { headers: { accept: 'application/json' } }));
  },
};

/** Sends a change (POST, PUT, DELETE) and answers what came back; rejects when the network fails. */
export async function sendToApi(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  return read(await fetch(BASE + path, init));
}
