const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a text as a dictionary has them (that of ICU, which comes with Node): 申请创业补贴 → 申请 创业 补贴.
 * What is not in it falls into characters. Only to weigh what matters in a text: what an index holds must not hang on
 * the version of a dictionary.
 */
export function dictionaryWords(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of SEGMENTER.segment(text)) if (isWordLike === true) words.push(segment);
  return words;
}
