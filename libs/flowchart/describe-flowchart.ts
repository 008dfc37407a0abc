import { END, START, workingDaysText, type Flowchart } from './flowchart.js';

/** The procedure as sentences, for those who do not see the drawing. */
export function describeFlowchart({ steps, totalDays }: Flowchart): string {
  const sentences = steps.map(({ name, actor, workingDays }, i) =>
    [
      `第${i + 1}步，${name}`,
      ...(actor === '' ? [] : [`由${actor}办理`]),
      ...(workingDays === undefined ? [] : [workingDaysText(workingDays)]),
    ].join('，'),
  );
  const end = totalDays === undefined ? END : `${END}，办理时限：${workingDaysText(totalDays)}`;
  return `共${steps.length}个环节。${[START, ...sentences, end].join('；')}。`;
}
