import { arrow, COLOURS, stepBox, terminalBox, WIDTH, type Drawn } from './boxes.js';
import { describeFlowchart } from './describe-flowchart.js';
import { END, START, workingDaysText, type Flowchart } from './flowchart.js';
import { escapeXml } from './svg-text.js';

const EDGE = 12;
/** Size of text that the measures of the drawing are meant for. */
const FONT_SIZE = 16;
const FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/**
 * Draws a procedure (办理流程图) from top to bottom as a standalone SVG document.
 *
 * It is 320 units wide and sized in `em`, so that it grows with the text of the page it is set into, up to the width of
 * its container. Colours come from `--flowchart-paper`, `-text`, `-box`, `-accent` and `-on-accent` where the page sets
 * them. There is nothing in it that runs or is loaded, and no id; any text may be passed.
 */
export function renderFlowchart(flowchart: Flowchart): string {
  const { title, steps, totalDays } = flowchart;
  const end = totalDays === undefined ? END : `${END}（时限：${workingDaysText(totalDays)}）`;
  const drawers: ((top: number) => Drawn)[] = [
    (top) => terminalBox(START, top),
    ...steps.map((step, i) => (top: number) => stepBox(step, i + 1, top)),
    (top) => terminalBox(end, top),
  ];
  const parts: string[] = [];
  let y = EDGE;
  for (const [i, draw] of drawers.entries()) {
    for (const drawn of [...(i > 0 ? [arrow] : []), draw]) {
      const { svg, height } = drawn(y);
      parts.push(svg);
      y += height;
    }
  }
  const height = y + EDGE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${WIDTH} ${height}" ` +
    `width="${WIDTH / FONT_SIZE}em" height="${height / FONT_SIZE}em" style="max-width:100%;height:auto" ` +
    `color="${COLOURS.text}" fill="currentColor" font-family="${escapeXml(FONTS)}">` +
    `<title>${escapeXml(`${title} 办理流程图`)}</title><desc>${escapeXml(describeFlowchart(flowchart))}</desc>` +
    `<rect width="${WIDTH}" height="${height}" rx="8" fill="${COLOURS.paper}"/>${parts.join('')}</svg>\n`
  );
}
