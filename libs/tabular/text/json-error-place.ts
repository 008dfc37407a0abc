const POSITION = /at position (\d+)/;

/** Words where JSON.parse stopped, as far as its message tells; empty when it does not. */
export function jsonErrorPlace(text: string, error: unknown): string {
  const position = error instanceof SyntaxError ? POSITION.exec(error.message)?.[1] : undefined;
  if (position === undefined)
    return text.trimEnd().endsWith('}') || text.trimEnd().endsWith(']') ? '' : '（结尾不完整）';
  const before = text.slice(0, Number(position)).split('\n');
  return `（第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符附近）`;
}
