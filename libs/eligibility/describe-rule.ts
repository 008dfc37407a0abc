import { type Subject, SUBJECTS } from './attribute.js';
import { describeAmount } from './describe-amount.js';
import {
  conditionLines,
  INDENT,
  listOf,
  type NameArea,
  quoted,
  textOf,
  UNFINISHED,
} from './describe-condition.js';
import { tooDeepAt } from './json-depth.js';
import { isObject } from './parse-condition.js';

const SUBJECT_NAMES: Record<Subject, string> = { enterprise: '企业', citizen: '群众' };

function exclusionLine(plain: unknown): string {
  if (!isObject(plain)) return UNFINISHED;
  return `${textOf(plain['clause'])}${quoted(plain['sentence'])}`;
}

/**
 * A rule as people read it, a line each condition, indented as deep as it stands. Takes rules as they are written,
 * also unfinished ones: whoever reviews a change must see all of it.
 */
export function describeRule(plain: unknown, areaName: NameArea): string[] {
  if (plain === null || plain === undefined) return [];
  if (!isObject(plain) || tooDeepAt(plain) !== null) return ['（不是能读懂的规则）'];
  const lines = SUBJECTS.flatMap((subject) => {
    const part = plain[subject];
    if (part === undefined) return [];
    const { when, amount } = isObject(part) ? part : {};
    const conditions =
      when === undefined ? [INDENT + UNFINISHED] : conditionLines(when, subject, areaName, 1);
    const sum = amount === undefined ? [] : [`${INDENT}金额：`, ...describeAmount(amount, subject, areaName)];
    return [`${SUBJECT_NAMES[subject]}`, ...conditions, ...sum];
  });
  const excludes = listOf(plain['excludes']).map((one) => INDENT + exclusionLine(one));
  return excludes.length > 0 ? [...lines, '不能同时享受', ...excludes] : lines;
}
