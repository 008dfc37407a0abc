import { displayWidth } from './display-width.js';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Latin words and numbers stay together; text may be parted everywhere else. */
const IN_WORD = /^[\p{Script=Latin}\p{N}.%+/@_-]/u;
/** May not begin a line (CLREQ 3.1.3, https://www.w3.org/TR/clreq/): one of them hangs over the end of the one before. */
const NO_START = /^[、，。．；：！？）】》〉」』”’〕,.;:!?)\]}]$/u;

/** What is not parted, and the room it takes in cells. */
interface Piece {
  readonly text: string;
  readonly width: number;
}

/**
 * Breaks text into lines of at most `cells` (a Chinese character is 2); closing punctuation may hang over by one
 * character. White space is collapsed.
 * @returns no line for blank text
 */
export function wrapText(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of piecesOf(text, cells)) {
    const hangs = NO_START.test(piece.text) && width <= cells;
    if (line !== '' && width + piece.width > cells && !hangs) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (line === '' && piece.text === ' ') continue;
    line += piece.text;
    width += piece.width;
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

function piecesOf(text: string, cells: number): Piece[] {
  const words: Piece[][] = [];
  let inWord = false;
  for (const { segment } of graphemes.segment(text.replace(/\s+/gu, ' ').trim())) {
    const character = { text: segment, width: displayWidth(segment) };
    const continues = inWord && IN_WORD.test(segment);
    if (continues) words.at(-1)?.push(character);
    else words.push([character]);
    inWord = IN_WORD.test(segment);
  }
  return words.flatMap((characters) => {
    const word = {
      text: characters.map((character) => character.text).join(''),
      width: characters.reduce((sum, character) => sum + character.width, 0),
    };
    return word.width > cells ? characters : [word];
  });
}
