import type { Subject } from './attribute.js';
import { OPERATOR_NAMES, operatorOf } from './operators.js';
import { isObject } from './parse-condition.js';
import { findAttribute } from './vocabulary.js';

/** Says what an area code is called; null where it is called nothing. */
export type NameArea = (code: string) => string | null;

export const UNFINISHED = '（还没有填完）';
export const INDENT = '　';

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One comparison without its sentence: 从业人数：不超过 300 人. Unfinished or wrong ones are shown as far as they go. */
export function describeLeaf(plain: unknown, subject: Subject, areaName: NameArea): string {
  if (!isObject(plain)) return UNFINISHED;
  const key = textOf(plain['attribute']);
  const attribute = findAttribute(subject, key);
  if (!attribute) return `没有属性“${key}”`;
  const name = OPERATOR_NAMES.find((known) => known in plain);
  const operator = name && operatorOf(attribute, name);
  const operand = name && plain[name];
  if (!operator || operator.fault(operand, attribute) !== null) return `${attribute.label}：${UNFINISHED}`;
  if (attribute.type === 'region') {
    return `${attribute.label}：${(operand as string[]).map((code) => areaName(code) ?? code).join('、')}`;
  }
  return `${attribute.label}：${operator.describe(operand, attribute)}`;
}

/** The sentence that demands it, in brackets. */
export const quoted = (sentence: unknown): string =>
  textOf(sentence) ? `（原文“${textOf(sentence)}”）` : '';

/** A condition and all in it, a line each, indented. */
export function conditionLines(
  plain: unknown,
  subject: Subject,
  areaName: NameArea,
  depth: number,
): string[] {
  const indent = INDENT.repeat(depth);
  const parts = (list: unknown): string[] =>
    listOf(list).flatMap((part) => conditionLines(part, subject, areaName, depth + 1));
  if (isObject(plain) && 'all' in plain) return [`${indent}全部满足：`, ...parts(plain['all'])];
  if (isObject(plain) && 'any' in plain) return [`${indent}满足任意一项：`, ...parts(plain['any'])];
  if (isObject(plain) && 'not' in plain) return [`${indent}不能是：`, ...parts([plain['not']])];
  if (isObject(plain) && 'of' in plain) {
    return [`${indent}至少满足 ${String(plain['atLeast'])} 项：`, ...parts(plain['of'])];
  }
  const sentence = isObject(plain) ? quoted(plain['sentence']) : '';
  return [`${indent}${describeLeaf(plain, subject, areaName)}${sentence}`];
}

/** Conditions in plain Chinese without their sentences, in one line; for the cases of an amount. */
export const describeWhen = (plain: unknown, subject: Subject, areaName: NameArea): string =>
  conditionLines(plain, subject, areaName, 0)
    .map((line) => line.trim())
    .join(' ');
