export { createSimulator } from './create-simulator.js';
export type {
  Simulator,
  SimulatorApp,
  SimulatorCallback,
  SimulatorOptions,
  SimulatorTemplate,
} from './simulator-options.js';
