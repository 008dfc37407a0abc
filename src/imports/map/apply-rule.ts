import type { CellValue } from '#libs/tabular';
import type { Condition, FieldRule } from './import-map.js';
import { fieldsOfTemplate, fillTemplate } from './template-text.js';

export type Cells = Readonly<Record<string, CellValue>>;

/** A cell by a name from a map: never what every object inherits. */
export const cellOf = (cells: Cells, field: string): CellValue =>
  Object.hasOwn(cells, field) ? (cells[field] ?? null) : null;

export function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(textOf).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}

const textsOf = (value: CellValue): string[] =>
  (Array.isArray(value) ? value.map(textOf) : [textOf(value)]).filter((text) => text !== '');

/** Whether a row meets a condition. */
export function holds(condition: Condition, cells: Cells): boolean {
  const texts = textsOf(cellOf(cells, condition.field));
  if (condition.is) return texts.some((text) => condition.is?.includes(text));
  if (condition.isNot) return texts.some((text) => !condition.isNot?.includes(text));
  return texts.length > 0;
}

/** The source fields that a rule looks at. */
export function fieldsOfRule(rule: FieldRule): string[] {
  const cases = [...(rule.choose ?? []), ...(rule.collect ?? [])];
  return [
    ...(rule.from ?? []),
    ...fieldsOfTemplate(rule.template ?? ''),
    ...fieldsOfTemplate(rule.sequence ?? ''),
    ...cases.flatMap((one) => one.if.map(({ field }) => field)),
  ];
}

function cut(text: string, { removePrefix = [], removeSuffix = [] }: FieldRule): string {
  const prefix = removePrefix.find((part) => text.startsWith(part)) ?? '';
  const rest = text.slice(prefix.length);
  const suffix = removeSuffix.find((part) => rest.endsWith(part)) ?? '';
  return rest.slice(0, rest.length - suffix.length).trim();
}

function translate(text: string, { values, otherwise }: FieldRule): string | null {
  if (!values) return text;
  if (Object.hasOwn(values, text)) return values[text] ?? null;
  return otherwise === undefined ? text : otherwise;
}

function change(value: CellValue, rule: FieldRule): CellValue {
  if (Array.isArray(value)) {
    const items = value.map((item) => change(item, { ...rule, join: undefined }) as typeof item);
    const kept = items.filter((item) => item !== null && item !== '');
    return rule.join === undefined ? kept : kept.map(textOf).join(rule.join);
  }
  if (value === null || typeof value === 'object') return value;
  if (rule.split !== undefined) {
    const parts = textOf(value).split(rule.split);
    return change(
      parts.map((part) => part.trim()),
      { ...rule, split: undefined },
    );
  }
  const changes = rule.values ?? rule.removePrefix ?? rule.removeSuffix;
  return changes ? translate(cut(textOf(value), rule), rule) : value;
}

function make(rule: FieldRule, cells: Cells, count: (group: string) => number): CellValue {
  const fill = (template: string): string | null =>
    fillTemplate(template, (field) => textOf(cellOf(cells, field)));
  const isMet = ({ if: conditions }: { if: Condition[] }): boolean =>
    conditions.every((one) => holds(one, cells));
  if (rule.template !== undefined) return fill(rule.template);
  if (rule.value !== undefined) return rule.value;
  if (rule.sequence !== undefined) return count(fill(rule.sequence) ?? '');
  if (rule.choose) return rule.choose.find(isMet)?.value ?? rule.otherwise ?? null;
  if (rule.collect) return rule.collect.filter(isMet).map(({ value }) => value);
  const filled = rule.from?.find((field) => textsOf(cellOf(cells, field)).length > 0);
  return filled === undefined ? null : cellOf(cells, filled);
}

/**
 * What a rule makes of a row.
 * @param count answers how often it was asked for the same group, itself included
 */
export function applyRule(rule: FieldRule, cells: Cells, count: (group: string) => number): CellValue {
  return change(make(rule, cells, count), rule);
}
