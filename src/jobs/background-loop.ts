/** One piece of work at a time, for ever: at once while there is some, otherwise when woken or after a while. */
export interface LoopOptions {
  /** Works once; answers whether there was anything to do. */
  step: () => Promise<boolean>;
  /** Milliseconds between looks when there was nothing. */
  idleMs: number;
  /** Told of each failure; the loop goes on after a pause. */
  onError: (error: unknown) => void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Runs a step again and again until it is stopped. */
export class BackgroundLoop {
  private running: Promise<void> | null = null;
  private stopped = false;
  private awake = false;
  private wakeUp: () => void = () => undefined;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** There may be something to do. */
  wake(): void {
    this.awake = true;
    this.wakeUp();
  }

  /** Ends once the step under way is finished. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      this.awake = false;
      try {
        const worked = await this.options.step();
        failures = 0;
        if (!worked) await this.idle(this.options.idleMs);
      } catch (error) {
        this.options.onError(error);
        await this.pause(Math.min(FIRST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS));
      }
    }
  }

  private async idle(ms: number): Promise<void> {
    if (!this.awake) await this.pause(ms);
  }

  /** Ends early when woken. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopped) this.wakeUp();
    });
  }
}
