/** The beginning of a text on one line, cut at a sentence where one ends, for descriptions of a page. */
export function excerpt(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const head = line.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const sentence = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'));
  return sentence >= limit / 2 ? head.slice(0, sentence + 1) : `${head}…`;
}
