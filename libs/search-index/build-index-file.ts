import { IndexWriterThread } from './index-writer-thread.js';
import type { IndexFile } from './index-file.js';
import type { SearchDocument } from './search-document.js';
import type { SearchSchema } from './search-schema.js';

/** Everything that belongs in an index. */
export interface RebuildSource<TStored = unknown> {
  /** Place in the change feed, read before the documents are: later changes are then applied once more. */
  readonly cursor: number;
  readonly documents: AsyncIterable<SearchDocument<TStored>>;
}

const BATCH_SIZE = 200;

/**
 * Builds an index in the temporary file and puts it in its place. What the source throws is thrown on; the file is
 * then as it was.
 * @returns number of documents
 */
export async function buildIndexFile(
  file: IndexFile,
  schema: SearchSchema,
  source: RebuildSource,
  signal: AbortSignal,
): Promise<number> {
  await file.clearTemporary();
  const writer = new IndexWriterThread({ file: file.temporaryPath, schema });
  let count = 0;
  try {
    await writer.create();
    for await (const upserts of batches(source.documents)) {
      signal.throwIfAborted();
      await writer.apply({ upserts, deletes: [], cursor: source.cursor });
      count += upserts.length;
    }
    await writer.apply({ upserts: [], deletes: [], cursor: source.cursor });
    await writer.finish();
  } finally {
    await writer.close();
  }
  signal.throwIfAborted();
  await file.replaceByTemporary();
  return count;
}

async function* batches(documents: AsyncIterable<SearchDocument>): AsyncGenerator<SearchDocument[]> {
  let batch: SearchDocument[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
