import type { DraftContent } from '../api/review-views.js';
import { fromLines, fromWords, linesOf, listOf, numberOf, rowsOf, textOf } from './form-values.js';

/** A clause as the fields of its form hold it. */
export type ClauseForm = ReturnType<typeof toClauseForm>;

const TEXTS = [
  'department',
  'policy',
  'title',
  'audience',
  'supportKind',
  'benefit',
  'onlineUrl',
  'windowAddress',
  'phone',
  'applyFrom',
  'applyTo',
] as const;

export function toClauseForm(content: DraftContent) {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, textOf(content[field])]));
  const amount = (content.amount ?? {}) as Record<string, unknown>;
  return {
    ...(texts as Record<(typeof TEXTS)[number], string>),
    ordinal: textOf(content.ordinal),
    min: textOf(amount.min),
    max: textOf(amount.max),
    unit: textOf(amount.unit),
    per: textOf(amount.per),
    conditions: linesOf(content.conditions),
    eligibility: content.eligibility ? JSON.stringify(content.eligibility) : '',
    materials: rowsOf(content.materials, ['name', 'note']),
    steps: rowsOf(content.steps, ['name', 'actor', 'workingDays']),
    timeLimitDays: textOf(content.timeLimitDays),
    channels: listOf(content.channels),
    topics: listOf(content.topics),
    keywords: listOf(content.keywords).join('、'),
    regions: linesOf(content.regions),
    related: linesOf(content.related),
  };
}

/** @param before has what the form does not show */
export function fromClauseForm(form: ClauseForm, before: DraftContent): DraftContent {
  const { min, max, unit, per, materials, steps, channels, topics, ...rest } = form;
  return {
    ...before,
    ...rest,
    ordinal: numberOf(rest.ordinal),
    amount: { min: numberOf(min), max: numberOf(max), unit, per },
    conditions: fromLines(rest.conditions),
    eligibility: rest.eligibility === '' ? undefined : (JSON.parse(rest.eligibility) as object),
    materials: materials.map((row) => ({ ...row })),
    steps: steps.map(({ workingDays, ...step }) => ({ ...step, workingDays: numberOf(workingDays) })),
    timeLimitDays: numberOf(rest.timeLimitDays),
    channels: [...channels],
    topics: [...topics],
    keywords: fromWords(rest.keywords),
    regions: fromWords(rest.regions),
    related: fromWords(rest.related),
  };
}
