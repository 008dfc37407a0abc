const PERIODS = { once: '', month: '每月', year: '每年' } as const;

const yuan = (sum: number): string => {
  if (sum < 10_000) return `${sum} 元`;
  return `${(sum / 10_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 万元`;
};

/** A sum of whole yuan, or from one to another, in words; null where nothing is known of it. */
export function formatYuan(min: number, max: number | null, per: keyof typeof PERIODS): string | null {
  const period = PERIODS[per];
  if (max === null) return min > 0 ? `${period}至少 ${yuan(min)}` : null;
  if (min === max) return `${period} ${yuan(min)}`.trim();
  return min === 0 ? `${period}最多 ${yuan(max)}` : `${period} ${yuan(min)} 到 ${yuan(max)}`.trim();
}
