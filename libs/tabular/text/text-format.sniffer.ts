import { isJsonObject } from './json-records.js';

export type TextFormat = 'json' | 'jsonl' | 'delimited';

const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[\]{])/;
const JSON_NAME = /\.(?:json|jsonl|ndjson)$/i;
const JSON_LINES_NAME = /\.(?:jsonl|ndjson)$/i;

/**
 * Tells JSON, JSON Lines and delimited text apart by their beginning. The file name decides only where both
 * readings are possible: a single line that is one record.
 */
export function sniffTextFormat(text: string, fileName: string): TextFormat {
  const start = text.slice(0, 4096);
  const named = JSON_NAME.test(fileName) && /^\s*[[{]/.test(start);
  if (!JSON_START.test(start) && !named) return 'delimited';
  if (!/^\s*\{/.test(start)) return 'json';
  return isJsonLines(text.trim(), fileName) ? 'jsonl' : 'json';
}

function isJsonLines(text: string, fileName: string): boolean {
  // Two lines shaped like records are enough: a broken first record must not hide the others.
  if (/^[^\n]*\}\s*\n\s*\{/.test(text)) return true;
  if (text.includes('\n')) return false;
  const values = Object.values(parseObject(text) ?? {});
  return values.length > 0 && (JSON_LINES_NAME.test(fileName) || !values.some(Array.isArray));
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
