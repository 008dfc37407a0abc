import type { Answers, AnswerValue, Attribute, Subject } from './attribute.js';
import { parseDay } from './calendar.js';
import { areaRange, industryRange } from './code-range.js';
import { findAttribute } from './vocabulary.js';

const MOST_DATES = 20;

/** A fault of an answer; the value is not in the message, as it may be private. */
export interface AnswerFault {
  attribute: string;
  message: string;
}

function numberFault(value: unknown, { type, min, max, unit = '' }: Attribute): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '请填数字';
  if (type === 'integer' && !Number.isInteger(value)) return '请填整数';
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    return `请填 ${min} 到 ${max} 之间的数${unit ? `（${unit}）` : ''}`;
  }
  return null;
}

const isOption = ({ options = [] }: Attribute, value: unknown): boolean =>
  options.some((option) => option.value === value);

function faultOf(attribute: Attribute, value: unknown): string | null {
  switch (attribute.type) {
    case 'integer':
    case 'number':
      return numberFault(value, attribute);
    case 'flag':
      return typeof value === 'boolean' ? null : '请选“是”或“否”';
    case 'choice':
      return isOption(attribute, value) ? null : '请选一个选项';
    case 'choices':
      return Array.isArray(value) && value.length <= 30 && value.every((one) => isOption(attribute, one))
        ? null
        : '请从选项中选择';
    case 'region':
      return typeof value === 'string' && areaRange(value) ? null : '请从列表中选择地区';
    case 'industry':
      return typeof value === 'string' && industryRange(value) ? null : '请从列表中选择行业';
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null ? null : '请填日期，例如 2020-01-05';
    case 'dates':
      return Array.isArray(value) &&
        value.length <= MOST_DATES &&
        value.every((one) => typeof one === 'string' && parseDay(one) !== null)
        ? null
        : `请填日期，最多 ${MOST_DATES} 个`;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks answers as they come in; null values count as not answered. */
export function checkAnswers(subject: Subject, plain: unknown): { answers: Answers; faults: AnswerFault[] } {
  if (!isPlain(plain)) return { answers: {}, faults: [{ attribute: '', message: '回答应为 JSON 对象' }] };
  const answers: Record<string, AnswerValue> = {};
  const faults: AnswerFault[] = [];
  for (const [key, value] of Object.entries(plain)) {
    if (value === null || value === undefined) continue;
    const attribute = findAttribute(subject, key);
    const message = attribute ? faultOf(attribute, value) : '没有这个属性，请删去';
    if (message) faults.push({ attribute: key.slice(0, 40), message });
    else answers[key] = value as AnswerValue;
  }
  return { answers, faults };
}
