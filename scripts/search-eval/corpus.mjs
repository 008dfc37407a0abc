import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

function* records(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  for (const line of text.split('\n')) if (line.trim() !== '') yield JSON.parse(line);
}

const text = (value) => (typeof value === 'string' ? value : '');

/**
 * Reads a corpus: `{id, title, body, docNumber}[]`. Lines with the same id are one document, their bodies joined.
 * @param {{corpus: string, fields: Record<string, string>, repeat: number}} options
 */
export function readCorpus({ corpus, fields, repeat }) {
  const byId = new Map();
  for (const record of records(corpus)) {
    const id = String(record[fields.id]);
    const known = byId.get(id);
    const body = text(record[fields.body]);
    if (known) known.body += `\n${body}`;
    else {
      const docNumber = text(record[fields.docNumber] ?? record.doc_number);
      byId.set(id, { id, title: text(record[fields.title]), body, docNumber });
    }
  }
  const once = [...byId.values()];
  const again = Array.from({ length: repeat - 1 }, (_, i) =>
    once.map((document) => ({ ...document, id: `${document.id}~${i + 2}` })),
  );
  return again.length === 0 ? once : [once, ...again].flat();
}

/**
 * Reads query files: `{name, queries: {query, relevant: string[]}[]}[]`.
 * @param {{queries: string[], queryFields: Record<string, string>, limit: number}} options
 */
export function readQueries({ queries, queryFields, limit }) {
  return queries.map((file) => ({
    name: basename(file),
    queries: [...records(file)].slice(0, limit).map((record) => ({
      query: String(record[queryFields.query]),
      relevant: [record[queryFields.relevant]].flat().map(String),
    })),
  }));
}
