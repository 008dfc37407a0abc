import { faultOf } from './api-fault.js';

const BASE = '/api/v1';

const listeners = new Set<() => void>();

/** Calls `listener` whenever the API says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener);
}

/**
 * Asks the API.
 * @param body sent as JSON, a form as it is
 * @returns the JSON of the answer, null where it has none
 * @throws ApiFault where the API refuses, TypeError where no answer came
 */
export async function call(method: string, path: string, body?: object): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const isForm = body instanceof FormData;
  if (body && !isForm) headers['content-type'] = 'application/json';
  const response = await fetch(BASE + path, {
    method,
    headers,
    body: isForm ? body : body && JSON.stringify(body),
  });
  const json = /json/.test(response.headers.get('content-type') ?? '');
  const answer: unknown = json ? await response.json() : null;
  if (response.ok) return answer;
  if (response.status === 401) listeners.forEach((listener) => listener());
  throw faultOf(response.status, answer);
}
