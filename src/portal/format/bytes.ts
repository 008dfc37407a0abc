const STEP = 1024;

/** A size for people: 860 字节, 12 KB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < STEP) return `${bytes} 字节`;
  const kilo = bytes / STEP;
  if (kilo < STEP) return `${Math.round(kilo)} KB`;
  return `${(kilo / STEP).toFixed(1)} MB`;
}
