import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchDocument } from '../search-document.js';
import type { SearchSchema } from '../search-schema.js';

/** Schema of the specs. */
export const SCHEMA: SearchSchema = {
  fields: [
    { name: 'title', weight: 5 },
    { name: 'number', weight: 3, documentNumber: true },
    { name: 'body', weight: 1 },
  ],
  filters: ['region', 'topic'],
  sorts: ['issued'],
};

/** A document of the specs; its title is what is stored. */
export function documentOf(
  id: string,
  title: string,
  parts: {
    kind?: string;
    number?: string;
    body?: string;
    region?: string[];
    topic?: string[];
    issued?: number | null;
  } = {},
): SearchDocument<{ title: string }> {
  const { kind = 'policy', number = '', body = '', region = [], topic = [], issued = null } = parts;
  return {
    id,
    kind,
    fields: { title, number, body },
    filters: { region, topic },
    sort: { issued },
    stored: { title },
  };
}

/** Runs work with an empty folder, which is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'search-index-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
