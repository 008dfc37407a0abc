/** Excel writes characters that XML cannot hold as `_x000D_`, and a literal underscore-x as `_x005F_x`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Gathers the text of a string item (`si`, `is`): the runs of rich text joined, without the phonetic readings
 * (`rPh`) that East Asian input methods leave behind.
 */
export class RichTextCollector {
  private pieces = '';
  private inText = false;
  private phonetic = 0;

  /** @param maxLength characters after which the rest is dropped, plus one so that callers can tell */
  constructor(private readonly maxLength: number) {}

  open(element: string): void {
    if (element === 'rPh') this.phonetic += 1;
    else if (element === 't') this.inText = this.phonetic === 0;
  }

  text(text: string): void {
    if (this.inText && this.pieces.length <= this.maxLength) this.pieces += text;
  }

  close(element: string): void {
    if (element === 'rPh') this.phonetic -= 1;
    else if (element === 't') this.inText = false;
  }

  /** Hands the text over and starts anew. */
  take(): string {
    const text = this.pieces;
    this.pieces = '';
    this.phonetic = 0;
    this.inText = false;
    return unescapeText(text).slice(0, this.maxLength + 1);
  }
}

/** Undoes Excel's `_xHHHH_` escapes and turns carriage returns into plain line breaks. */
export function unescapeText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}
