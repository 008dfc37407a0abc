/** Characters that no XML 1.0 document may hold (https://www.w3.org/TR/xml/#charsets), lone surrogates among them. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for the inside of an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** How a block of lines looks. */
export interface TextStyle {
  /** In user units, which are CSS pixels at the drawing's own size. */
  readonly size: number;
  readonly weight: 400 | 600;
  readonly anchor: 'start' | 'middle';
  readonly opacity: number;
}

/** Distance from one line to the next. */
export function lineHeight({ size }: TextStyle): number {
  return Math.round(size * 1.5);
}

/** A <text> with one <tspan> a line. `top` is the upper edge of the first line. */
export function textBlock(lines: readonly string[], x: number, top: number, style: TextStyle): string {
  if (lines.length === 0) return '';
  const { size, weight, anchor, opacity } = style;
  // Chinese characters reach about 0.88 of their size above the base line and 0.12 below.
  const baseline = top + (lineHeight(style) + size * 0.76) / 2;
  const tspans = lines.map(
    (line, i) => `<tspan x="${x}" y="${round(baseline + i * lineHeight(style))}">${escapeXml(line)}</tspan>`,
  );
  const faded = opacity < 1 ? ` fill-opacity="${opacity}"` : '';
  return `<text font-size="${size}" font-weight="${weight}" text-anchor="${anchor}"${faded}>${tspans.join('')}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
