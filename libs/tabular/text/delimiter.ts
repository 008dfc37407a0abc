export type Delimiter = ',' | '\t' | ';';

/** First is what wins where all are equally frequent. */
const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];
/** Enough for any header; keeps a file without line breaks from being scanned whole. */
const SAMPLE_LENGTH = 65_536;

/** The separator that occurs most often outside quotes in the first record with content. */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text.slice(0, SAMPLE_LENGTH).trimStart()) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return DELIMITERS.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best));
}
