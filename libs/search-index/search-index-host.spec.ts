import { describe, expect, it } from '@jest/globals';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SearchIndexUnavailableError, SearchTimeoutError, SearchUsageError } from './search-index.errors.js';
import { documentOf, SCHEMA } from './testing/fixture.js';
import { SOURCE, withHost } from './testing/host-fixture.js';

describe('SearchIndexHost', () => {
  it('refuses searches while it builds the first file, then answers them from a worker thread', () =>
    withHost(async ({ host, file, statuses }) => {
      expect(host.status).toMatchObject({ state: 'rebuilding', reason: 'there is no index file' });
      await expect(host.search({ text: '医保' })).rejects.toBeInstanceOf(SearchIndexUnavailableError);
      expect(() => host.cursor()).toThrow(SearchIndexUnavailableError);
      await host.whenReady();
      expect(await host.search({ text: '医保', facets: ['region'] })).toMatchObject({
        total: 1,
        hits: [{ id: 'a', stored: { title: '医保参保补助' } }],
        facets: { region: [{ value: '武汉', count: 1 }] },
      });
      expect(host.cursor()).toBe(10);
      expect(statuses.map((status) => status.state)).toEqual(['rebuilding', 'ready']);
      expect(await readdir(dirname(file))).not.toContain('index.db.new');
    }));

  it('takes over changes and shows them in the next search', () =>
    withHost(async ({ host }) => {
      await host.whenReady();
      await host.search({ text: '创业' });
      await host.apply({ upserts: [documentOf('c', '创业贷款')], deletes: ['b'], cursor: 11 });
      expect((await host.search({ text: '创业' })).total).toBe(1);
      expect((await host.search({ text: '租房' })).total).toBe(0);
      expect(host.cursor()).toBe(11);
    }));

  it('goes on with the file it left, and builds it anew for another schema', () =>
    withHost(async ({ host, rebuilds, reopen }) => {
      await host.whenReady();
      await host.apply({ upserts: [documentOf('c', '创业贷款')], deletes: [], cursor: 11 });
      await host.close();
      const again = await reopen();
      expect(again.status.state).toBe('ready');
      expect([again.cursor(), rebuilds()]).toEqual([11, 1]);
      await again.close();
      const other = await reopen({ schema: { ...SCHEMA, sorts: ['issued', 'deadline'] } });
      expect(other.status).toMatchObject({ state: 'rebuilding' });
      await other.whenReady();
      expect([other.cursor(), rebuilds()]).toEqual([10, 2]);
      expect((await other.search({ text: '创业' })).total).toBe(0);
    }));

  it('passes on what does not fit the schema', () =>
    withHost(async ({ host }) => {
      await host.whenReady();
      await expect(host.search({ filters: { nope: ['x'] } })).rejects.toBeInstanceOf(SearchUsageError);
      const misfit = { ...documentOf('x', ''), fields: { nope: '' } };
      await expect(host.apply({ upserts: [misfit], deletes: [], cursor: 11 })).rejects.toBeInstanceOf(
        SearchUsageError,
      );
      expect([host.status.state, host.cursor()]).toEqual(['ready', 10]);
    }));

  it('cuts off a search that takes too long, and answers the next', () =>
    withHost(
      async ({ host }) => {
        await host.whenReady();
        await expect(host.search({ text: 'endless' })).rejects.toBeInstanceOf(SearchTimeoutError);
        expect((await host.search({ text: 'quick' })).total).toBe(7);
      },
      { searchTimeoutMs: 3_000, worker: new URL('./testing/endless.worker.js', import.meta.url) },
    ));

  it('answers many searches at once with several threads, also while it is written to', () =>
    withHost(
      async ({ host }) => {
        await host.whenReady();
        const searches = Array.from({ length: 60 }, () => host.search({ text: '补贴' }));
        for (let cursor = 11; cursor < 16; cursor++) {
          await host.apply({ upserts: [documentOf(`n${cursor}`, '创业')], deletes: [], cursor });
        }
        const totals = (await Promise.all(searches)).map((result) => result.total);
        expect(new Set(totals)).toEqual(new Set([1]));
        expect((await host.search({ text: '创业' })).total).toBe(5);
      },
      { maxReaders: 2 },
    ));

  it('ends in a state in which nothing is found, and leaves no log behind', () =>
    withHost(async ({ host, file }) => {
      await host.whenReady();
      await host.search({ text: '医保' });
      await host.apply({ upserts: [], deletes: [], cursor: 11 });
      await host.close();
      expect(host.status.state).toBe('closed');
      await expect(host.search({ text: '医保' })).rejects.toBeInstanceOf(SearchIndexUnavailableError);
      await expect(host.whenReady()).rejects.toBeInstanceOf(SearchIndexUnavailableError);
      expect(await readdir(dirname(file))).toEqual(['index.db']);
    }));
});

describe('SearchIndexHost, when its file', () => {
  const damages: [string, (file: string) => Promise<void>][] = [
    ['is deleted', (file) => rm(file)],
    ['is deleted with its logs', (file) => rm(dirname(file), { recursive: true })],
    ['is emptied', (file) => writeFile(file, '')],
    ['is overwritten with junk', (file) => writeFile(file, 'no database at all'.repeat(5_000))],
    [
      'is replaced by a copy of itself',
      async (file) => {
        await writeFile(`${file}.copy`, await readFile(file));
        await rename(`${file}.copy`, file);
      },
    ],
  ];

  it.each(damages)('%s while it runs, refuses the next search, rebuilds and goes on', (_, damage) =>
    withHost(async ({ host, file, next, rebuilds }) => {
      await host.whenReady();
      await host.apply({ upserts: [documentOf('c', '创业贷款')], deletes: [], cursor: 11 });
      expect((await host.search({ text: '医保' })).total).toBe(1);
      await damage(file);
      const ready = next('ready');
      await expect(host.search({ text: '医保' })).rejects.toBeInstanceOf(SearchIndexUnavailableError);
      await ready;
      expect((await host.search({ text: '医保' })).total).toBe(1);
      expect([host.cursor(), rebuilds()]).toEqual([10, 2]);
      await host.apply({ upserts: [documentOf('c', '创业贷款')], deletes: [], cursor: 11 });
      expect((await host.search({ text: '创业' })).total).toBe(1);
    }),
  );

  it('is deleted, notices without being asked', () =>
    withHost(
      async ({ host, file, next }) => {
        await host.whenReady();
        const ready = next('ready');
        await rm(file);
        await ready;
        expect((await host.search({ text: '医保' })).total).toBe(1);
      },
      { checkEveryMs: 20 },
    ));

  it('is deleted, refuses changes until it is there again', () =>
    withHost(async ({ host, file }) => {
      await host.whenReady();
      await rm(file);
      const batch = { upserts: [], deletes: [], cursor: 11 };
      await expect(host.apply(batch)).rejects.toBeInstanceOf(SearchIndexUnavailableError);
      await host.whenReady();
      expect(host.cursor()).toBe(10);
    }));
});

describe('SearchIndexHost, when the source', () => {
  it('fails, says so, tries again and then is ready', async () => {
    let tries = 0;
    async function* failing(): AsyncGenerator<(typeof SOURCE)[number]> {
      yield* SOURCE;
      tries += 1;
      if (tries < 3) throw await Promise.resolve(new Error('database is away'));
    }
    await withHost(
      async ({ host, statuses }) => {
        await host.whenReady();
        expect(statuses.map((status) => status.state)).toEqual([
          'rebuilding',
          'failed',
          'rebuilding',
          'failed',
          'rebuilding',
          'ready',
        ]);
        expect(statuses[1]?.reason).toContain('database is away');
        expect((await host.search({ text: '医保' })).total).toBe(1);
      },
      { rebuild: () => ({ cursor: 1, documents: failing() }) },
    );
  });

  it('is asked to, builds anew without a fault', () =>
    withHost(async ({ host, rebuilds, folder }) => {
      await host.whenReady();
      await host.apply({ upserts: [], deletes: ['a'], cursor: 11 });
      host.rebuild('an import by hand');
      host.rebuild('twice');
      expect(host.status).toMatchObject({ state: 'rebuilding', reason: 'an import by hand' });
      await host.whenReady();
      expect((await host.search({ text: '医保' })).total).toBe(1);
      expect(rebuilds()).toBe(2);
      expect(await readdir(join(folder, 'data'))).toContain('index.db');
    }));

  it('is being read, can be closed', () =>
    withHost(async ({ host, file }) => {
      expect(host.status.state).toBe('rebuilding');
      await host.close();
      expect(host.status.state).toBe('closed');
      expect(await readdir(dirname(file))).not.toContain('index.db');
    }));
});
