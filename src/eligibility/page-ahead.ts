/** A page that was begun: read, and what is made of it. */
interface Begun<P, R> {
  after: string;
  page: Promise<P>;
  result: Promise<R>;
}

/** Reads pages of a list one after the other, and works on some of them at the same time. */
export class PageAhead<P extends { upTo: string | null }, R> {
  private begun: Begun<P, R>[] = [];

  /**
   * @param depth how many pages are worked on at a time
   * @param read reads the page after a place
   * @param work makes something of it
   */
  constructor(
    private readonly depth: number,
    private readonly read: (after: string) => Promise<P>,
    private readonly work: (page: P, after: string) => Promise<R>,
  ) {}

  /** The page after a place, and what was made of it; asked in order, most is done already. */
  async take(after: string): Promise<{ page: P; result: R }> {
    if (this.begun[0]?.after !== after) this.begun = [this.begin(after)];
    for (let last = this.begun.at(-1); last && this.begun.length < this.depth; last = this.begun.at(-1)) {
      const { upTo } = await last.page;
      if (upTo === null) break;
      this.begun.push(this.begin(upTo));
    }
    const [first] = this.begun.splice(0, 1);
    if (!first) throw new Error('No page was begun');
    return { page: await first.page, result: await first.result };
  }

  private begin(after: string): Begun<P, R> {
    const page = this.read(after);
    const result = page.then((read) => this.work(read, after));
    // Whoever takes the page hears of the failure; nobody may.
    result.catch(() => undefined);
    return { after, page, result };
  }
}
