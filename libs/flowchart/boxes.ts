import { workingDaysText, type FlowchartStep } from './flowchart.js';
import { lineHeight, textBlock, type TextStyle } from './svg-text.js';
import { wrapText } from './wrap-text.js';

/** Width of every drawing: the narrowest phone. */
export const WIDTH = 320;

/** Colours can be set by the page through these properties; the fallbacks read well on their own paper. */
export const COLOURS = {
  paper: 'var(--flowchart-paper, #ffffff)',
  text: 'var(--flowchart-text, #1d2129)',
  box: 'var(--flowchart-box, #f2f6ff)',
  accent: 'var(--flowchart-accent, #0052d9)',
  onAccent: 'var(--flowchart-on-accent, #ffffff)',
};

/** A piece of the drawing and how high it is. */
export interface Drawn {
  readonly height: number;
  readonly svg: string;
}

const MARGIN = 12;
const PADDING = 12;
const BADGE = 13;
const TEXT_X = MARGIN + PADDING + BADGE * 2 + 10;
const MIDDLE = WIDTH / 2;
const NAME: TextStyle = { size: 16, weight: 600, anchor: 'start', opacity: 1 };
const DETAIL: TextStyle = { size: 14, weight: 400, anchor: 'start', opacity: 0.85 };
const TERMINAL: TextStyle = { size: 16, weight: 600, anchor: 'middle', opacity: 1 };
const BADGE_TEXT: TextStyle = { size: 14, weight: 600, anchor: 'middle', opacity: 1 };

function cells(width: number, { size }: TextStyle): number {
  return Math.floor(width / (size / 2));
}

/** A rounded box with the beginning or the end of the procedure, its upper edge at `top`. */
export function terminalBox(text: string, top: number): Drawn {
  const width = 240;
  const lines = wrapText(text, cells(width - 2 * PADDING, TERMINAL));
  const height = 2 * 8 + lines.length * lineHeight(TERMINAL);
  const frame =
    `<rect x="${(WIDTH - width) / 2}" y="${top}" width="${width}" height="${height}" rx="20" ` +
    `fill="${COLOURS.accent}"/>`;
  const label = `<g fill="${COLOURS.onAccent}">${textBlock(lines, MIDDLE, top + 8, TERMINAL)}</g>`;
  return { height, svg: frame + label };
}

/** A box with the number, name, actor and time of a step, its upper edge at `top`. */
export function stepBox(step: FlowchartStep, number: number, top: number): Drawn {
  const room = WIDTH - MARGIN - PADDING - TEXT_X;
  const name = wrapText(step.name, cells(room, NAME));
  const details = detailsOf(step).flatMap((text) => wrapText(text, cells(room, DETAIL)));
  const detailsTop =
    top + PADDING + Math.max(1, name.length) * lineHeight(NAME) + (details.length > 0 ? 4 : 0);
  const height = detailsTop - top + details.length * lineHeight(DETAIL) + PADDING;
  const frame =
    `<rect x="${MARGIN}" y="${top}" width="${WIDTH - 2 * MARGIN}" height="${height}" rx="8" ` +
    `fill="${COLOURS.box}" stroke="${COLOURS.accent}"/>`;
  const badgeX = MARGIN + PADDING + BADGE;
  const badgeTop = top + PADDING + lineHeight(NAME) / 2 - BADGE;
  const badge =
    `<circle cx="${badgeX}" cy="${badgeTop + BADGE}" r="${BADGE}" fill="${COLOURS.accent}"/>` +
    `<g fill="${COLOURS.onAccent}">` +
    `${textBlock([String(number)], badgeX, badgeTop + BADGE - lineHeight(BADGE_TEXT) / 2, BADGE_TEXT)}</g>`;
  const texts = textBlock(name, TEXT_X, top + PADDING, NAME) + textBlock(details, TEXT_X, detailsTop, DETAIL);
  return { height, svg: frame + badge + texts };
}

/** An arrow downwards, its tail at `top`. The head is drawn, not referred to: ids would clash in a page. */
export function arrow(top: number): Drawn {
  const height = 28;
  const tip = top + height - 2;
  return {
    height,
    svg:
      `<path d="M${MIDDLE} ${top + 2}V${tip - 2}" stroke="currentColor" stroke-width="1.5"/>` +
      `<path d="M${MIDDLE - 5} ${tip - 8}L${MIDDLE} ${tip}L${MIDDLE + 5} ${tip - 8}Z" fill="currentColor"/>`,
  };
}

function detailsOf({ actor, workingDays }: FlowchartStep): string[] {
  return [
    ...(actor === '' ? [] : [`办理人：${actor}`]),
    ...(workingDays === undefined ? [] : [`时限：${workingDaysText(workingDays)}`]),
  ];
}
