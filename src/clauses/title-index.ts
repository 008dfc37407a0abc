/** A text that is compared with others. */
interface Indexed {
  title: string;
  pairs: ReadonlySet<string>;
}

/** A title that resembles another one. */
export interface AlikeTitle {
  id: string;
  /** Dice over neighbouring characters, 0 to 1. */
  likeness: number;
}

function pairsOf(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => characters[index] + character));
}

/** Titles by their neighbouring characters, so that those alike are found without comparing with each. */
export class TitleIndex {
  private readonly titles = new Map<string, Indexed>();
  private readonly holders = new Map<string, Set<string>>();

  get size(): number {
    return this.titles.size;
  }

  /** @param title normalized */
  put(id: string, title: string): void {
    const known = this.titles.get(id);
    if (known?.title === title) return;
    for (const pair of known?.pairs ?? []) this.holders.get(pair)?.delete(id);
    const pairs = pairsOf(title);
    this.titles.set(id, { title, pairs });
    for (const pair of pairs) {
      const ids = this.holders.get(pair);
      if (ids) ids.add(id);
      else this.holders.set(pair, new Set([id]));
    }
  }

  remove(id: string): void {
    for (const pair of this.titles.get(id)?.pairs ?? []) this.holders.get(pair)?.delete(id);
    this.titles.delete(id);
  }

  /**
   * Titles at least so much alike, the most alike first.
   * @param title normalized
   */
  alike(title: string, leastLikeness: number, limit: number): AlikeTitle[] {
    const pairs = pairsOf(title);
    const shared = new Map<string, number>();
    for (const pair of pairs) {
      for (const id of this.holders.get(pair) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const found: AlikeTitle[] = [];
    for (const [id, count] of shared) {
      const likeness = (2 * count) / (pairs.size + (this.titles.get(id)?.pairs.size ?? 0));
      if (likeness >= leastLikeness) found.push({ id, likeness });
    }
    return found.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).slice(0, limit);
  }
}
