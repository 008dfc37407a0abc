import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditCheckpointsService } from '../../src/audit/audit-checkpoints.service.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { AuditVerifierService, type AuditVerdict } from '../../src/audit/audit-verifier.service.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { auditRows, tamper } from '../support/audit-rows.js';
import { runCli } from '../support/cli-process.js';
import { openImports, type TestImports } from '../support/open-imports.js';

const KEY = 'a key that only the server knows: 1234';
const PATIENCE = 120_000;

describe('the audit log', () => {
  let open: TestImports;
  let audit: AuditService;
  let uow: UnitOfWork;

  beforeEach(async () => {
    open = await openImports({ auditKey: KEY });
    audit = open.application.get(AuditService);
    uow = open.application.get(UnitOfWork);
    for (let i = 1; i <= 5; i++) await record(`C-${i}`);
  });
  afterEach(() => open.close());

  const record = (id: string): Promise<void> =>
    audit.record({
      action: 'clause.published',
      subject: { kind: 'clause', id, name: '贴息' },
      detail: { id },
    });
  const verify = async (): Promise<AuditVerdict> =>
    open.application
      .get(AuditVerifierService)
      .verify(await open.application.get(AuditCheckpointsService).read());
  const faults = async (): Promise<string[]> =>
    (await verify()).faults.map(({ sequence, kind }) => `${sequence} ${kind}`);
  const change = (...statements: string[]): Promise<void> => tamper(open.application, ...statements);

  it('is whole as long as nobody touches it', async () => {
    expect(await verify()).toEqual({ entries: 5, withoutMac: 0, checkpoints: 0, faultCount: 0, faults: [] });
  });

  it('has no gaps and no two ends, however many write at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        uow
          .run(async () => {
            await record(`many-${i}`);
            await record(`more-${i}`);
            if (i % 4 === 0) throw new Error('rolled back');
          })
          .catch((error: unknown) => {
            if (!(error instanceof Error) || error.message !== 'rolled back') throw error;
          }),
      ),
    );
    const sequences = (await auditRows(open.application)).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 65 }, (_, i) => i + 1));
    expect(await faults()).toEqual([]);
  });

  it('has no entry of what was rolled back', async () => {
    await expect(
      uow.run(async () => {
        await record('never');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect((await verify()).entries).toBe(5);
  });

  it.each([
    ["UPDATE audit_entry SET actor_name = 'somebody' WHERE sequence = 3", ['3 altered']],
    ["UPDATE audit_entry SET detail = '{}' WHERE sequence = 1", ['1 altered']],
    ['DELETE FROM audit_entry WHERE sequence = 3', ['3 missing', '4 unlinked']],
    ['DELETE FROM audit_entry WHERE sequence = 5', ['5 head']],
    [
      `UPDATE audit_entry SET hash = '${'f'.repeat(64)}' WHERE sequence = 5`,
      ['5 altered', '5 forged', '5 head'],
    ],
    ['UPDATE audit_entry SET mac = NULL WHERE sequence = 4', ['4 unkeyed']],
    ['UPDATE audit_head SET last_sequence = 4', ['4 head']],
  ])('finds %s', async (statement, expected) => {
    await change(statement);
    expect(await faults()).toEqual(expected);
  });

  it('finds entries that changed places', async () => {
    await change(
      'UPDATE audit_entry SET sequence = 99 WHERE sequence = 2',
      'UPDATE audit_entry SET sequence = 2 WHERE sequence = 3',
      'UPDATE audit_entry SET sequence = 3 WHERE sequence = 99',
    );
    expect(await faults()).toEqual(expect.arrayContaining(['2 altered', '3 altered']));
  });

  it('finds a log that was written anew without the key', async () => {
    const forger = await openImports();
    try {
      await forger.application.get(AuditService).record({
        action: 'clause.published',
        subject: { kind: 'clause', id: 'C-1', name: '别的' },
      });
      const [{ hash = '' } = {}] = await auditRows(forger.application);
      await change(
        'DELETE FROM audit_entry WHERE sequence > 1',
        `UPDATE audit_head SET last_sequence = 1, last_hash = '${hash}'`,
        `UPDATE audit_entry SET hash = '${hash}'`,
      );
      expect(await faults()).toContain('1 forged');
    } finally {
      await forger.close();
    }
  });

  it('finds by a checkpoint that the end was cut off, head and all', async () => {
    await open.application.get(AuditCheckpointsService).write();
    const [, , third] = await auditRows(open.application);
    await change(
      'DELETE FROM audit_entry WHERE sequence > 3',
      `UPDATE audit_head SET last_sequence = 3, last_hash = '${third?.hash}'`,
    );
    expect(await faults()).toEqual(['5 truncated']);
    // What is written over the cut does not hide it.
    await record('new');
    await record('newer');
    expect(await faults()).toEqual(['5 checkpoint']);
  });

  it('writes checkpoints down once, and believes no file that is none', async () => {
    const checkpoints = open.application.get(AuditCheckpointsService);
    await checkpoints.write();
    await checkpoints.write();
    const lines = (await readFile(checkpoints.file, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(1);
    await appendFile(checkpoints.file, 'nonsense\n');
    await expect(checkpoints.read()).rejects.toThrow('读不了检查点文件');
  });
});

describe('npm run cli -- audit', () => {
  let open: TestImports;
  beforeAll(async () => {
    open = await openImports();
    await open.application.get(AuditService).record({
      action: 'clause.published',
      subject: { kind: 'clause', id: 'C-1', name: '=HYPERLINK("http://evil.test")' },
    });
  });
  afterAll(() => open.close());
  const run = (...args: string[]) => runCli(['audit', ...args], open.config);

  it(
    'exports, gives a checkpoint, verifies, and answers 1 where something is wrong',
    async () => {
      const csv = await run('export', '--format', 'csv');
      expect(csv.stdout).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
      const { stdout } = await run('export');
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { action: string }).action),
      ).toEqual(['clause.published', 'audit.exported', 'audit.exported']);
      const point = await run('checkpoint');
      const file = join(open.config.dataDir, 'elsewhere.jsonl');
      await appendFile(file, point.stdout);
      const good = await run('verify', '--checkpoints', file);
      expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('没有发现改动')]);
      await tamper(open.application, 'DELETE FROM audit_entry WHERE sequence = 2');
      const bad = await run('verify');
      expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('第 2 条　缺少这一条')]);
    },
    PATIENCE,
  );
});
