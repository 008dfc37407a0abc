import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { bigramsOf } from './peer-tokens.mjs';

const WEIGHTS = '0, 3, 3, 1';

/** SQLite's FTS5 alone: its trigram tokenizer, or pairs of characters; any token of the question, ranked by BM25. */
export async function fts5({ folder }, kind) {
  const file = join(folder, `${kind}.db`);
  const database = new Database(file);
  const pairs = kind === 'bigrams';
  const cut = (text) => (pairs ? bigramsOf(text).join(' ') : text);
  database.exec(
    `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
     CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, number, body, tokenize = '${pairs ? 'unicode61' : 'trigram'}')`,
  );
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?, ?)');
  const select = database.prepare(
    `SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, ${WEIGHTS}) LIMIT ?`,
  );
  return {
    build(documents) {
      database.exec('BEGIN');
      for (const { id, title, docNumber, body } of documents) {
        insert.run([id, cut(title), cut(docNumber), cut(body)]);
      }
      database.exec("COMMIT; INSERT INTO texts(texts) VALUES ('optimize')");
    },
    search(text, limit) {
      const tokens = pairs ? bigramsOf(text) : trigramsOf(text);
      const expression = [...new Set(tokens)].map((token) => `"${token.replaceAll('"', '""')}"`).join(' OR ');
      return expression === '' ? [] : select.all([expression, limit]).map((row) => row.id);
    },
    indexBytes: () => statSync(file).size,
  };
}

/** Every three characters of each word, as the trigram tokenizer cuts. */
function trigramsOf(text) {
  return text.split(/\s+/u).flatMap((word) => {
    const characters = Array.from(word);
    return characters.slice(2).map((_, i) => characters.slice(i, i + 3).join(''));
  });
}
