import { ApiProperty } from '@nestjs/swagger';
import type { InputFault } from './domain.error.js';

/** A fault in one of several records; `index` counts from 0. */
export interface RecordFault extends InputFault {
  index: number;
}

/** How many records a save created, changed, and found as they were. */
export class SaveCounts {
  @ApiProperty() created = 0;
  @ApiProperty() updated = 0;
  @ApiProperty() unchanged = 0;
}

/** What a save did, and which records it left out because of faults. */
export interface SaveReport {
  counts: SaveCounts;
  faults: RecordFault[];
}

/** How a save behaves. */
export interface SaveOptions {
  /** Tells nobody: for first loads and corrections of spelling. */
  silent: boolean;
  /** Tells at once, whatever people chose; ask for `push.urgent` before. */
  urgent?: boolean;
  /** Called with how many records are done, for a progress bar. */
  progress?: (done: number) => void;
}
