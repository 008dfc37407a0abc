import { type DataSource } from 'typeorm';
import { chunksOf } from '../../../src/database/in-chunks.js';
import { insertRows } from '../insert-rows.js';
import { runChild } from './run-child.js';

/** Rows of the comparison; more would say the same. */
const MOST_BARE_ROWS = 100_000;
/** As many as the fan-out inserts at a time, and commits at a time. */
const ROWS_PER_INSERT = 1_000;
const ROWS_PER_TRANSACTION = 2_000;

export interface FanOutFigures {
  rows: number;
  seconds: number;
  rows_per_s: number;
  bare_insert_rows_per_s: number;
  peak_rss_bytes: number;
}

/**
 * Fans out what waits in the outbox, in a process of its own; then deletes some of the rows and inserts the very same
 * ones with nothing but multi-row INSERTs, as many in a transaction as the fan-out makes.
 */
export async function measureFanOut(
  source: DataSource,
  settings: Record<string, string>,
): Promise<FanOutFigures> {
  const printed = await runChild('fan-out.js', [], settings);
  const { seconds, peakRss } = JSON.parse(printed) as { seconds: number; peakRss: number };
  const rows = await source.query<{ total: number | string }[]>('SELECT COUNT(*) AS total FROM delivery');
  const total = Number(rows[0]?.total);
  return {
    rows: total,
    seconds,
    rows_per_s: total / seconds,
    bare_insert_rows_per_s: await bareInsert(source),
    peak_rss_bytes: peakRss,
  };
}

async function bareInsert(source: DataSource): Promise<number> {
  const all = await source.query<Record<string, unknown>[]>(
    `SELECT * FROM delivery ORDER BY id LIMIT ${MOST_BARE_ROWS}`,
  );
  const last = all.at(-1);
  await source.query('DELETE FROM delivery WHERE id <= ?', [last?.id]);
  const started = performance.now();
  for (const part of chunksOf(all, ROWS_PER_TRANSACTION)) {
    await source.transaction((manager) => insertRows(manager, 'delivery', part, ROWS_PER_INSERT));
  }
  return all.length / ((performance.now() - started) / 1000);
}
