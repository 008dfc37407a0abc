import type { JsonValue } from '#libs/tabular';
import type { Condition, FieldRule } from './import-map.js';
import { isObject, listOf, type MapReader } from './map-reader.js';
import { templateProblem } from './template-text.js';

const MAKERS = ['from', 'template', 'value', 'sequence', 'choose', 'collect'] as const;
const CHANGERS = ['removePrefix', 'removeSuffix', 'split', 'join', 'values', 'otherwise'] as const;

/** `{"field": …, "is": …, "isNot": …}`, or only the name of a field that must be filled in. */
export function readCondition(value: unknown, at: string, reader: MapReader): Condition | null {
  if (typeof value === 'string') return { field: value };
  if (!isObject(value) || typeof value['field'] !== 'string')
    return reader.fail(at, '应为字段名，或含 field 的对象');
  reader.onlyKeys(value, at, ['field', 'is', 'isNot']);
  const condition: Condition = { field: value['field'] };
  if (value['is'] !== undefined) condition.is = reader.texts(value['is'], `${at}.is`);
  if (value['isNot'] !== undefined) condition.isNot = reader.texts(value['isNot'], `${at}.isNot`);
  return condition;
}

function readCases(value: unknown, at: string, reader: MapReader): { if: Condition[]; value: string }[] {
  return listOf(value).flatMap((item, index) => {
    const place = `${at}[${index}]`;
    if (!isObject(item)) return reader.fail(place, '应为含 if 和 value 的对象') ?? [];
    reader.onlyKeys(item, place, ['if', 'value']);
    const conditions = listOf(item['if']).map((part) => readCondition(part, `${place}.if`, reader));
    return [
      { if: conditions.filter((part) => part !== null), value: reader.text(item['value'], `${place}.value`) },
    ];
  });
}

function readTemplate(value: unknown, at: string, reader: MapReader): string {
  const text = reader.text(value, at);
  const problem = templateProblem(text);
  if (problem) reader.fail(at, problem);
  return text;
}

/** How one field is made: the name of a source field, or an object. Null after a fault, which is noted. */
export function readFieldRule(value: unknown, at: string, reader: MapReader): FieldRule | null {
  if (typeof value === 'string') return { from: [value] };
  if (!isObject(value)) return reader.fail(at, '应为来源字段名，或对象');
  reader.onlyKeys(value, at, [...MAKERS, ...CHANGERS]);
  if (MAKERS.filter((maker) => maker in value).length !== 1)
    return reader.fail(at, `应有且只有 ${MAKERS.join('、')} 之一`);
  const has = (key: string): boolean => key in value;
  const place = (key: string): string => `${at}.${key}`;
  const rule: FieldRule = {};
  if (has('from')) rule.from = reader.texts(value['from'], place('from'));
  if (has('template')) rule.template = readTemplate(value['template'], place('template'), reader);
  if (has('value')) rule.value = value['value'] as JsonValue;
  if (has('sequence')) rule.sequence = readTemplate(value['sequence'], place('sequence'), reader);
  if (has('choose')) rule.choose = readCases(value['choose'], place('choose'), reader);
  if (has('collect')) rule.collect = readCases(value['collect'], place('collect'), reader);
  for (const key of ['removePrefix', 'removeSuffix'] as const)
    if (has(key)) rule[key] = reader.texts(value[key], place(key));
  for (const key of ['split', 'join'] as const) if (has(key)) rule[key] = reader.text(value[key], place(key));
  if (has('values')) rule.values = reader.translations(value['values'], place('values'));
  if (has('otherwise'))
    rule.otherwise = value['otherwise'] === null ? null : reader.text(value['otherwise'], place('otherwise'));
  return rule;
}
