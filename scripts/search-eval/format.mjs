const percent = (value) => (value * 100).toFixed(1).padStart(6);
const milliseconds = (value) => value.toFixed(2).padStart(8);
const megabytes = (value) => `${(value / 1e6).toFixed(0)} MB`;

/** The result as a table for people: one block an engine, one line a file. */
export function formatTable(engines) {
  const lines = [];
  for (const [name, { build_ms, index_bytes, rss_bytes, files }] of Object.entries(engines)) {
    lines.push(
      '',
      `${name}: built in ${(build_ms / 1000).toFixed(1)} s, index ${megabytes(index_bytes)}, memory ${megabytes(rss_bytes)}`,
      `${''.padEnd(30)}  hit@1 hit@10 rec@10 mrr@10 ndcg10   p50 ms   p95 ms   p99 ms`,
    );
    for (const [file, m] of Object.entries(files)) {
      const shares = ['hit@1', 'hit@10', 'recall@10', 'mrr@10', 'ndcg@10'].map((key) => percent(m[key]));
      const times = [m.p50_ms, m.p95_ms, m.p99_ms].map(milliseconds);
      lines.push(`${file.padEnd(30)} ${shares.join(' ')} ${times.join(' ')}`);
    }
  }
  return lines.join('\n').trimStart();
}
