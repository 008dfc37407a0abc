/** What a command tells the shell. */
export const EXIT = {
  ok: 0,
  /** Faults were found, or nothing could be done. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
} as const;
