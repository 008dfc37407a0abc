import {
  analyseText,
  type AnalysedText,
  type QueryWord,
  type TextAnalysis,
  type UnitToken,
} from './text-analysis.js';
import type { TextUnit } from './text-units.js';

/**
 * How Chinese is cut. A run of Han characters gives its overlapping pairs and, at its end, its last character alone:
 * 医保卡 → 医保 保卡 卡. So every character begins exactly one token, and a one-character query is a prefix query
 * while a two-character query is one exact token. Quotes, brackets and the like end no run: a name is found without
 * them. Letters and digits stay whole words: A类5g → a 类 5g.
 */
function tokens({ units }: AnalysedText): UnitToken[] {
  return units.map((unit, i) => {
    const next = units[i + 1];
    return unit.han && next?.joined === true
      ? { text: unit.text + next.text, first: i, last: i + 1 }
      : { text: unit.text, first: i, last: i };
  });
}

/** Characters as written: pairs of Han characters, whole Latin words and numbers. */
export const gramAnalysis: TextAnalysis = { name: 'gram', version: 3, weight: 1, phonetic: false, tokens };

/**
 * What an index must hold for a word of a query to be in it. The last character of a run stands alone in the index only
 * where a run ends. As the end of a query it is already in the pair before it; as the whole run it may stand anywhere,
 * so it becomes a prefix.
 */
export function gramWord(units: readonly TextUnit[]): QueryWord {
  const required = units.flatMap((unit, i) => {
    const next = units[i + 1];
    if (!unit.han) return [{ text: unit.text, prefix: false }];
    if (next?.joined === true) return [{ text: unit.text + next.text, prefix: false }];
    return unit.joined ? [] : [{ text: unit.text, prefix: true }];
  });
  const last = units.length - 1;
  const phrase = units.flatMap((unit, i) => {
    const next = units[i + 1];
    if (unit.han && next?.joined === true) return [{ text: unit.text + next.text, prefix: false }];
    if (i === last && unit.joined) return [];
    return [{ text: unit.text, prefix: i === last && unit.han }];
  });
  return { required, phrase };
}

/** The tokens under which a text is indexed, in reading order: 医保卡 A1 → 医保, 保卡, 卡, a1. */
export function bigrams(text: string): string[] {
  return tokens(analyseText(text)).map((token) => token.text);
}
