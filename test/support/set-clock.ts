import { Clock } from '../../src/common/clock.js';
import type { TestApp } from './start-test-app.js';

/** Stops the application's clock at an instant; ISO 8601 with offset. */
export function setClock(server: TestApp, instant: string): void {
  const clock = server.app.get(Clock);
  clock.now = () => new Date(instant);
}
