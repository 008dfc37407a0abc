import type { AnalysedText, TextAnalysis, UnitToken } from './text-analysis.js';

/** Pairs of neighbouring syllables, written together: 创业补贴 → chuangye, yebu, butie. */
function soundTokens({ units, syllables }: AnalysedText): UnitToken[] {
  const sounds = syllables();
  const found: UnitToken[] = [];
  for (let i = 1; i < units.length; i++) {
    if (units[i]?.joined !== true) continue;
    found.push({ text: `${sounds[i - 1]}${sounds[i]}`, first: i - 1, last: i });
  }
  return found;
}

/** How text sounds, so that pinyin and wrong characters of the same sound find it. */
export const soundAnalysis: TextAnalysis = {
  name: 'sound',
  version: 2,
  weight: 0.4,
  phonetic: true,
  tokens: soundTokens,
};

/** Three neighbouring initials: 创业补贴 → cyb, ybt. Fewer say too little, more would miss cyb. */
function initialTokens({ units, syllables }: AnalysedText): UnitToken[] {
  const initials = syllables().map((syllable) => syllable.slice(0, 1));
  const found: UnitToken[] = [];
  for (let i = 2; i < units.length; i++) {
    if (units[i]?.joined !== true || units[i - 1]?.joined !== true) continue;
    found.push({ text: `${initials[i - 2]}${initials[i - 1]}${initials[i]}`, first: i - 2, last: i });
  }
  return found;
}

/** First letters of the syllables: cybt finds 创业补贴. */
export const initialAnalysis: TextAnalysis = {
  name: 'initial',
  version: 2,
  weight: 0.2,
  phonetic: true,
  tokens: initialTokens,
};
