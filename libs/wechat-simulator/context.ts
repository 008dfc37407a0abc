import type { PushDelivery } from './callbacks/push-delivery.js';
import type { Faults } from './faults.js';
import type { LiveUpdates } from './live-updates.js';
import type { Platform } from './platform/platform.js';
import type { SimulatorApp, SimulatorOptions } from './simulator-options.js';
import type { State } from './state/state.js';

/** What the routes work with. */
export interface SimulatorContext {
  options: SimulatorOptions;
  apps: ReadonlyMap<string, SimulatorApp>;
  state: State;
  platform: Platform;
  deliveries: PushDelivery;
  faults: Faults;
  live: LiveUpdates;
  now: () => number;
}
