import type { Answers, AnswerValue } from './attribute.js';

/** One attribute of many profiles: its distinct values once, and for each profile which of them. */
export interface AnswerColumn {
  key: string;
  values: readonly AnswerValue[];
  /** For each profile: 0 where it was not answered, n for `values[n - 1]`. */
  places: Uint16Array;
}

/** More profiles could have more distinct values than a place can name. */
const MOST_PROFILES = 65_535;

interface ColumnHead {
  key: string;
  /** Bytes of the values as JSON. */
  json: number;
}

/** A column that is being filled. */
class ColumnMaker {
  private readonly values: AnswerValue[] = [];
  private readonly places: Uint16Array;
  /** Places of single values, and of lists by their JSON: writing each value as JSON would take most of the time. */
  private readonly known = new Map<AnswerValue, number>();
  private readonly knownLists = new Map<string, number>();

  constructor(profiles: number) {
    this.places = new Uint16Array(profiles);
  }

  add(at: number, value: AnswerValue): void {
    this.places[at] =
      typeof value === 'object'
        ? this.placeOf(this.knownLists, JSON.stringify(value), value)
        : this.placeOf(this.known, value, value);
  }

  column(key: string): AnswerColumn {
    return { key, values: this.values, places: this.places };
  }

  private placeOf<K>(known: Map<K, number>, name: K, value: AnswerValue): number {
    const place = known.get(name) ?? this.values.push(value);
    known.set(name, place);
    return place;
  }
}

/**
 * Turns answers into columns, in the order of the attributes' names.
 * @param isWanted which attributes get a column
 * @throws Error for more than 65,535 profiles
 */
export function toColumns(
  profiles: readonly Answers[],
  isWanted: (key: string) => boolean = () => true,
): AnswerColumn[] {
  if (profiles.length > MOST_PROFILES) throw new Error('Too many profiles for columns');
  const makers = new Map<string, ColumnMaker | null>();
  for (const [at, answers] of profiles.entries()) {
    for (const key of Object.keys(answers)) {
      let maker = makers.get(key);
      if (maker === undefined) {
        maker = isWanted(key) ? new ColumnMaker(profiles.length) : null;
        makers.set(key, maker);
      }
      const value = answers[key];
      if (value !== undefined) maker?.add(at, value);
    }
  }
  return [...makers.keys()].sort().flatMap((key) => makers.get(key)?.column(key) ?? []);
}

/** Writes columns as bytes: the length of the head, the head, and for each column its values and its places. */
export function writeColumns(columns: readonly AnswerColumn[]): Buffer {
  const texts = columns.map(({ values }) => Buffer.from(JSON.stringify(values)));
  const heads: ColumnHead[] = columns.map(({ key }, at) => ({ key, json: texts[at]?.length ?? 0 }));
  const head = Buffer.from(JSON.stringify(heads));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const bodies = columns.flatMap(({ places }, at) => [texts[at] ?? Buffer.alloc(0), littleEndian(places)]);
  return Buffer.concat([length, head, ...bodies]);
}

/** Reads columns that `writeColumns` wrote, only those that are asked for. @param profiles how many there are */
export function readColumns(bytes: Buffer, profiles: number, keys: readonly string[]): AnswerColumn[] {
  const start = 4 + bytes.readUInt32LE(0);
  const heads = JSON.parse(bytes.toString('utf8', 4, start)) as ColumnHead[];
  const columns: AnswerColumn[] = [];
  let at = start;
  for (const { key, json } of heads) {
    const end = at + json + profiles * 2;
    if (keys.includes(key)) {
      const values = JSON.parse(bytes.toString('utf8', at, at + json)) as AnswerValue[];
      columns.push({ key, values, places: placesIn(bytes.subarray(at + json, end)) });
    }
    at = end;
  }
  return columns;
}

function littleEndian(places: Uint16Array): Buffer {
  const bytes = Buffer.alloc(places.length * 2);
  for (const [at, place] of places.entries()) bytes.writeUInt16LE(place, at * 2);
  return bytes;
}

function placesIn(bytes: Buffer): Uint16Array {
  const places = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < places.length; at += 1) places[at] = bytes.readUInt16LE(at * 2);
  return places;
}
