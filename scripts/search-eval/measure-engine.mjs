import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus, readQueries } from './corpus.mjs';
import { ENGINES } from './engines.mjs';
import { DEPTH, metricsOf } from './metrics.mjs';

/** Child process: builds one engine's index and asks it everything, then reports. */
process.once('message', async ({ name, options }) => {
  const folder = mkdtempSync(join(tmpdir(), 'search-eval-'));
  try {
    process.send(await measure(name, options, folder));
  } finally {
    rmSync(folder, { recursive: true });
    process.disconnect();
  }
});

async function measure(name, options, folder) {
  const documents = readCorpus(options);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const engine = await ENGINES[name]({ folder, options });
  await engine.build(documents);
  const buildMs = performance.now() - started;
  documents.length = 0;
  globalThis.gc?.();
  const files = {};
  for (const { name: file, queries } of readQueries(options)) {
    files[file] = metricsOf(await answersOf(engine, queries));
  }
  return {
    build_ms: Math.round(buildMs),
    index_bytes: engine.indexBytes(),
    rss_bytes: Math.max(0, process.memoryUsage().rss - before),
    files,
  };
}

async function answersOf(engine, queries) {
  // A running service has answered before; the first questions of all pay for compiling the code.
  for (const { query } of queries.slice(0, 20)) await engine.search(query, DEPTH);
  const answers = [];
  for (const { query, relevant } of queries) {
    const started = performance.now();
    const ids = await engine.search(query, DEPTH);
    answers.push({ ids, relevant, ms: performance.now() - started });
  }
  return answers;
}
