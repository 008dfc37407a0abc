import type { ClassConstructor } from 'class-transformer';
import { setImmediate } from 'node:timers/promises';
import { ClauseRecord } from '../clauses/clause.record.js';
import { validateRecord } from '../common/validate-record.js';
import { DepartmentRecord } from '../departments/department.record.js';
import { PolicyRecord } from '../policies/policy.record.js';
import { TopicRecord } from '../topics/topic.record.js';
import type { FaultBook } from './fault-book.js';
import type { ImportKind } from './import-kind.js';
import { type PlacedRecord, sourceOf } from './placed-record.js';

/** The record of each kind. */
export interface RecordsByKind {
  departments: DepartmentRecord;
  topics: TopicRecord;
  policies: PolicyRecord;
  clauses: ClauseRecord;
}

const RECORD_TYPES: { [K in ImportKind]: ClassConstructor<RecordsByKind[K]> } = {
  departments: DepartmentRecord,
  topics: TopicRecord,
  policies: PolicyRecord,
  clauses: ClauseRecord,
};

/** A valid record and the place it came from. */
export interface ValidRecord<T> {
  record: T;
  placed: PlacedRecord;
}

/** What may be saved, by kind, and what was refused. */
export interface ValidRecords {
  valid: { [K in ImportKind]: ValidRecord<RecordsByKind[K]>[] };
  refused: PlacedRecord[];
}

/** Records validated before other work of the process gets its turn. */
const AT_A_TIME = 200;

function addTo<K extends ImportKind>(
  kind: K,
  placed: PlacedRecord,
  result: ValidRecords,
  book: FaultBook,
): void {
  const { record, faults } = validateRecord(RECORD_TYPES[kind], placed.plain);
  for (const { path, message } of faults) book.add({ ...placed.place, ...sourceOf(placed, path), message });
  // What several rows make alike is right even where one of these rows has a fault elsewhere.
  const isSpoiled = placed.faulty || (!placed.distinct && book.hasRow(placed.place));
  if (faults.length > 0 || isSpoiled) result.refused.push(placed);
  else result.valid[kind].push({ record, placed });
}

/** Finds records that repeat a code; what several rows make alike is kept once. */
class Repetitions {
  private readonly first = new Map<string, PlacedRecord>();

  constructor(private readonly book: FaultBook) {}

  /** `same`: made before, nothing to do; `fault`: reported. */
  check(placed: PlacedRecord): 'new' | 'same' | 'fault' {
    const code = placed.plain['code'];
    const key = `${placed.kind} ${String(code)}`;
    const earlier = this.first.get(key);
    if (typeof code !== 'string' || !earlier || (placed.distinct && earlier.faulty)) {
      this.first.set(key, placed);
      return 'new';
    }
    const isSame = JSON.stringify(earlier.plain) === JSON.stringify(placed.plain);
    if (placed.distinct && isSame) return 'same';
    const { file, sheet, row } = earlier.place;
    const where = `${file === placed.place.file ? '' : `${file} `}“${sheet}”第 ${row} 行`;
    const message = `编码 ${code.slice(0, 64)} 与${where}重复，请保留一条或改用其他编码`;
    this.book.add({ ...placed.place, ...sourceOf(placed, 'code'), message });
    return 'fault';
  }
}

/** Validates all records; each fault goes into the book with its place. */
export async function validateRecords(
  records: readonly PlacedRecord[],
  book: FaultBook,
  progress: (done: number, total: number) => void,
): Promise<ValidRecords> {
  const result: ValidRecords = {
    valid: { departments: [], topics: [], policies: [], clauses: [] },
    refused: [],
  };
  const repetitions = new Repetitions(book);
  for (const [index, placed] of records.entries()) {
    if (index % AT_A_TIME === 0) {
      progress(index, records.length);
      await setImmediate();
    }
    const repetition = repetitions.check(placed);
    if (repetition === 'fault') result.refused.push(placed);
    else if (repetition === 'new') addTo(placed.kind, placed, result, book);
  }
  return result;
}
