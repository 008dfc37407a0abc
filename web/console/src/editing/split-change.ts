/** Two texts as what they share at both ends, and what differs between. */
export interface SplitChange {
  head: string;
  before: string;
  after: string;
  tail: string;
}

const isHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Where two texts differ; never inside a character of two units. */
export function splitChange(before: string, after: string): SplitChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  while (start > 0 && (isHalf(before.charCodeAt(start)) || isHalf(after.charCodeAt(start)))) start -= 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (end > 0 && isHalf(before.charCodeAt(before.length - end))) end -= 1;
  return {
    head: before.slice(0, start),
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
    tail: before.slice(before.length - end),
  };
}
