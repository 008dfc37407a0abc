import { CellBudget } from './cell-budget.js';
import { KnownHeaders } from './header-names.js';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.js';
import { FaultList } from './table-fault.js';

export interface ReadTableOptions {
  /**
   * Header names that the caller knows. When given, the header may stand below up to five title rows: it is
   * the first row with at least two of these names (one, where only one is known).
   * Without them, the first row with content is the header.
   */
  headerCandidates?: readonly string[];
  limits?: Partial<ReadLimits>;
}

/** What all readers of one file share. */
export interface ReadContext {
  readonly limits: ReadLimits;
  readonly known: KnownHeaders | null;
  readonly budget: CellBudget;
  readonly faults: FaultList;
}

export function createReadContext(options: ReadTableOptions): ReadContext {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const names = options.headerCandidates ?? [];
  return {
    limits,
    known: names.length > 0 ? new KnownHeaders(names) : null,
    budget: new CellBudget(limits),
    faults: new FaultList(limits.maxFaults),
  };
}
