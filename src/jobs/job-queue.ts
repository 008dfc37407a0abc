/** Works on one job; a thrown error brings the job back later. It may be called twice for one job. */
export type JobHandler = (key: string) => Promise<void>;

/** How often a job is tried before it is dropped; the rows it is about are found again by their leases. */
export const MOST_ATTEMPTS = 8;
export const FIRST_RETRY_MS = 500;

/**
 * Where work waits for whoever is free. At least once: a job is lost only together with the queue itself, and then
 * the rows that it is about are offered again when their leases end.
 */
export abstract class JobQueue {
  /**
   * Adds jobs, leaving out those whose kind and key wait already. Inside a transaction, workers see them after its
   * commit only.
   * @param kind which handler takes it, e.g. `send`
   * @param keys what each job is about, at most 64 characters of `[A-Za-z0-9_-]`
   */
  abstract add(kind: string, keys: readonly string[]): Promise<void>;

  /** How many jobs of a kind wait or are worked on. */
  abstract count(kind: string): Promise<number>;

  /** Begins to work on jobs of a kind, up to `concurrency` at a time in this process. */
  abstract process(kind: string, concurrency: number, handler: JobHandler): void;

  /** Takes no more jobs and ends once those under way are done. */
  abstract stop(): Promise<void>;
}
