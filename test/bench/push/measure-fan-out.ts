import { type DataSource } from 'typeorm';
import { runChild } from './run-child.js';

/** Rows of the comparison; more would say the same. */
const MOST_BARE_ROWS = 100_000;
const PAGE = 1_000;

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
  const columns = Object.keys(last ?? {});
  const tuple = `(${columns.map(() => '?').join(',')})`;
  const started = performance.now();
  for (let at = 0; at < all.length; at += PAGE * 2) {
    await source.transaction(async (manager) => {
      for (const part of [all.slice(at, at + PAGE), all.slice(at + PAGE, at + PAGE * 2)]) {
        if (part.length === 0) continue;
        await manager.query(
          `INSERT INTO delivery (${columns.join(',')}) VALUES ${part.map(() => tuple).join(',')}`,
          part.flatMap((row) => columns.map((column) => row[column])),
        );
      }
    });
  }
  return all.length / ((performance.now() - started) / 1000);
}
