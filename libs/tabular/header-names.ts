import { toHalfWidth } from './values/half-width.js';

/** Byte-order mark, zero-width characters, soft hyphen: seen by no one, but they make names differ. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const BETWEEN_CHINESE = /(?<=[\u3400-\u9FFF]) (?=[\u3400-\u9FFF])/g;

/**
 * The form in which header names are compared: half-width, without invisible characters, line breaks as
 * spaces, spaces trimmed and single, and none between two Chinese characters (文 号 is 文号).
 */
export function normalizeHeader(text: string): string {
  const plain = toHalfWidth(text.replace(INVISIBLE, ''));
  return plain.replace(/\s+/g, ' ').trim().replace(BETWEEN_CHINESE, '');
}

/** Known header names, found whatever way a person spelled them. */
export class KnownHeaders {
  private readonly byNormalized: Map<string, string>;

  constructor(readonly names: readonly string[]) {
    this.byNormalized = new Map(names.map((name) => [normalizeHeader(name), name]));
  }

  /** The known spelling; undefined when the text is none of the known names. */
  find(text: string): string | undefined {
    return this.byNormalized.get(normalizeHeader(text));
  }

  /** How many of the known names must stand in a row for it to be the header. */
  get needed(): number {
    return Math.min(2, this.byNormalized.size);
  }
}
