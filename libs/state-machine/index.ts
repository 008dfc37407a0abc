export { type Transition, TransitionTable } from './transition-table.js';
