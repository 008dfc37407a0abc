/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of a text that is either a match or not. */
export interface TextPart {
  text: string;
  hit: boolean;
}

/** Sorted, clamped to the text, overlaps and neighbours joined, empty ones dropped. */
function normalise(ranges: readonly Range[], length: number): Range[] {
  const joined: Range[] = [];
  const sorted = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push(range);
  }
  return joined;
}

/**
 * Cuts a text into matching and other parts, so that a page can mark hits without handling HTML.
 * The parts joined always give the text back, whatever the ranges are.
 */
export function splitByRanges(text: string, ranges: readonly Range[]): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const { start, end } of normalise(ranges, text.length)) {
    if (start > position) parts.push({ text: text.slice(position, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    position = end;
  }
  if (position < text.length) parts.push({ text: text.slice(position), hit: false });
  return parts;
}
