import { type Refusal, REFUSALS } from './refusal.js';

/** A JSON object, whatever the content type says: WeChat does not look at it. */
export function parseObject(rawBody: string): Readonly<Record<string, unknown>> | Refusal {
  if (rawBody.trim() === '') return REFUSALS.emptyBody;
  try {
    const body: unknown = JSON.parse(rawBody);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? (body as Readonly<Record<string, unknown>>) : REFUSALS.format;
  } catch {
    return REFUSALS.format;
  }
}
