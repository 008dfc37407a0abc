import { renderFlowchart } from '../../../../libs/flowchart/index.js';
import type { ClauseForm } from './clause-form.js';
import { numberOf } from './form-values.js';

type Procedure = Pick<ClauseForm, 'title' | 'steps' | 'timeLimitDays'>;

/** A drawing as the address of a picture. */
export const pictureOf = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** The flowchart of what was typed so far; empty where there is no step yet. */
export function drawProcedure({ title, steps, timeLimitDays }: Procedure): string {
  const drawn = steps
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, actor, workingDays }) => ({ name, actor, workingDays: numberOf(workingDays) }));
  if (drawn.length === 0) return '';
  return pictureOf(renderFlowchart({ title, steps: drawn, totalDays: numberOf(timeLimitDays) }));
}
