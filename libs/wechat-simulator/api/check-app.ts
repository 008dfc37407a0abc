import { timingSafeEqual } from 'node:crypto';
import type { SimulatorApp } from '../simulator-options.js';
import { type Refusal, REFUSALS } from './refusal.js';

/** The app that an appid and a secret belong to. */
export function checkApp(
  apps: ReadonlyMap<string, SimulatorApp>,
  appId: unknown,
  secret: unknown,
): SimulatorApp | Refusal {
  if (typeof appId !== 'string' || appId === '') return REFUSALS.appIdMissing;
  if (typeof secret !== 'string' || secret === '') return REFUSALS.secretMissing;
  const app = apps.get(appId);
  if (app === undefined) return REFUSALS.appId;
  const [right, given] = [Buffer.from(app.secret), Buffer.from(secret)];
  return right.length === given.length && timingSafeEqual(right, given) ? app : REFUSALS.secret;
}
