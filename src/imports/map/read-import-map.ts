import { MapInvalidError } from '../import.errors.js';
import { IMPORT_KINDS, kindCalled } from '../import-kind.js';
import { findColumn } from '../record-columns.js';
import type { ImportMap, RecordRule } from './import-map.js';
import { readCondition, readFieldRule } from './read-field-rule.js';
import { isObject, listOf, MapReader } from './map-reader.js';

function readRecordRule(value: unknown, at: string, reader: MapReader): RecordRule | null {
  if (!isObject(value)) return reader.fail(at, '应为对象');
  reader.onlyKeys(value, at, ['kind', 'if', 'distinct', 'fields']);
  const kind = typeof value['kind'] === 'string' ? kindCalled(value['kind']) : undefined;
  if (!kind) return reader.fail(`${at}.kind`, `应为 ${IMPORT_KINDS.join('、')} 之一`);
  const fields = value['fields'];
  if (!isObject(fields)) return reader.fail(`${at}.fields`, '应为对象，键为我方字段');
  const rules: RecordRule['fields'] = {};
  for (const [name, rule] of Object.entries(fields)) {
    const place = `${at}.fields.${name}`;
    const column = findColumn(kind, name);
    const read = readFieldRule(rule, place, reader);
    if (!column) reader.fail(place, '我方没有这个字段');
    else if (read) rules[column.field] = read;
  }
  if (!('code' in rules)) reader.fail(`${at}.fields`, '缺少 code：没有编码就认不出同一条记录');
  return {
    kind,
    if: listOf(value['if']).flatMap((item, index) => readCondition(item, `${at}.if[${index}]`, reader) ?? []),
    distinct: reader.flag(value['distinct'], `${at}.distinct`),
    fields: rules,
  };
}

/**
 * Reads a map file. Nothing in it is run: it only names fields, texts and values.
 * @param text JSON
 * @throws MapInvalidError naming every fault and its place
 */
export function readImportMap(text: string): ImportMap {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MapInvalidError(['不是完整的 JSON，请检查括号、引号和逗号']);
  }
  const reader = new MapReader();
  if (!isObject(value)) throw new MapInvalidError(['应为对象，含 records']);
  reader.onlyKeys(value, '', ['description', 'sheets', 'records']);
  const rules = listOf(value['records']);
  if (rules.length === 0) reader.fail('records', '应至少有一项');
  const map: ImportMap = {
    sheets: value['sheets'] === undefined ? null : reader.texts(value['sheets'], 'sheets'),
    records: rules.flatMap((rule, index) => readRecordRule(rule, `records[${index}]`, reader) ?? []),
  };
  if (reader.problems.length > 0) throw new MapInvalidError(reader.problems);
  return map;
}
