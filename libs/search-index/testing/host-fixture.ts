import { join } from 'node:path';
import type { SearchDocument } from '../search-document.js';
import {
  SearchIndexHost,
  type SearchIndexHostOptions,
  type SearchIndexStatus,
} from '../search-index-host.js';
import { documentOf, SCHEMA, withFolder } from './fixture.js';

/** What a spec sees of a host under test. */
export interface HostUnderTest {
  readonly host: SearchIndexHost;
  readonly file: string;
  readonly folder: string;
  /** Every status reported so far. */
  readonly statuses: readonly SearchIndexStatus[];
  /** How often the source was asked for everything. */
  rebuilds(): number;
  /** Resolves with the next status of this state. */
  next(state: SearchIndexStatus['state']): Promise<SearchIndexStatus>;
  /** Another host on the same file, after `host` was closed. */
  reopen(options?: Partial<SearchIndexHostOptions>): Promise<SearchIndexHost>;
}

/** Documents that the source of a host under test gives, with cursor 10. */
export const SOURCE: readonly SearchDocument[] = [
  documentOf('a', '医保参保补助', { region: ['武汉'] }),
  documentOf('b', '租房补贴'),
];

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

/** Runs work with a host in an empty folder; host and folder are gone afterwards. */
export async function withHost(
  work: (test: HostUnderTest) => Promise<void>,
  overrides: Partial<SearchIndexHostOptions> = {},
): Promise<void> {
  await withFolder(async (folder) => {
    const statuses: SearchIndexStatus[] = [];
    const waiting = new Set<(status: SearchIndexStatus) => void>();
    let rebuilds = 0;
    const options: SearchIndexHostOptions = {
      file: join(folder, 'data', 'index.db'),
      schema: SCHEMA,
      rebuild: () => {
        rebuilds += 1;
        return { cursor: 10, documents: stream(SOURCE) };
      },
      onStatus: (status) => {
        statuses.push(status);
        for (const tell of waiting) tell(status);
      },
      retryAfterMs: 10,
      searchTimeoutMs: 10_000,
      ...overrides,
    };
    const hosts = [await SearchIndexHost.open(options)];
    const [host] = hosts;
    if (host === undefined) return;
    const next: HostUnderTest['next'] = (state) =>
      new Promise((resolve) => {
        const tell = (status: SearchIndexStatus): void => {
          if (status.state !== state) return;
          waiting.delete(tell);
          resolve(status);
        };
        waiting.add(tell);
      });
    const reopen: HostUnderTest['reopen'] = async (changes = {}) => {
      const another = await SearchIndexHost.open({ ...options, ...changes });
      hosts.push(another);
      return another;
    };
    try {
      await work({ host, file: options.file, folder, statuses, rebuilds: () => rebuilds, next, reopen });
    } finally {
      for (const each of hosts) await each.close();
    }
  });
}
