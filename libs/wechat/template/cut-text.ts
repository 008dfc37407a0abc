const GRAPHEMES = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** Control characters, line and paragraph separators become one space each run; the ends are trimmed. */
export function withoutControls(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/**
 * Cuts to at most `max` characters, between graphemes, so that no rare character or emoji is torn. Lengths are
 * UTF-16 code units: WeChat does not say how it counts, and this is the strictest way that any counting accepts.
 *
 * @param ending stands at the end of a cut text and counts towards `max`
 */
export function cutText(value: string, max: number, ending = ''): string {
  if (value.length <= max) return value;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(value)) {
    if (kept.length + segment.length > max - ending.length) break;
    kept += segment;
  }
  return kept.trimEnd() + ending;
}
