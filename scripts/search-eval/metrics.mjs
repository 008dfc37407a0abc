/** Hits that are looked at. */
export const DEPTH = 10;

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const rounded = (value) => Math.round(value * 10_000) / 10_000;

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/**
 * What the answers to a file of queries are worth, all as fractions, and the time they took in milliseconds.
 * @param {{ids: string[], relevant: string[], ms: number}[]} answers ids best first
 */
export function metricsOf(answers) {
  const judged = answers.map(({ ids, relevant }) => judge(ids.slice(0, DEPTH), new Set(relevant)));
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const average = (name) => rounded(mean(judged.map((one) => one[name])));
  return {
    'hit@1': average('hit1'),
    'hit@10': average('hit10'),
    'recall@10': average('recall'),
    'mrr@10': average('mrr'),
    'ndcg@10': average('ndcg'),
    p50_ms: rounded(percentile(times, 0.5)),
    p95_ms: rounded(percentile(times, 0.95)),
    p99_ms: rounded(percentile(times, 0.99)),
  };
}

function judge(ids, relevant) {
  const places = ids.flatMap((id, i) => (relevant.has(id) ? [i + 1] : []));
  const gain = places.reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
  const ideal = Array.from({ length: Math.min(relevant.size, DEPTH) }, (_, i) => 1 / Math.log2(i + 2));
  return {
    hit1: places[0] === 1 ? 1 : 0,
    hit10: places.length > 0 ? 1 : 0,
    recall: places.length / (relevant.size || 1),
    mrr: places.length > 0 ? 1 / places[0] : 0,
    ndcg: gain / (ideal.reduce((sum, value) => sum + value, 0) || 1),
  };
}
