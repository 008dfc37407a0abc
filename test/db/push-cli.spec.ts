import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxRelayService } from '../../src/outbox/outbox-relay.service.js';
import { runCli } from '../support/cli-process.js';
import { openImports, type TestImports } from '../support/open-imports.js';
import { sampleCatalogue } from '../support/sample-catalogue.js';
import { until } from '../support/until.js';

/** Each command is a process that loads everything; a busy machine takes its time. */
const PATIENCE = 120_000;

describe('npm run cli -- push', () => {
  let imports: TestImports;
  beforeAll(async () => {
    imports = await openImports();
    await imports.import([['目录.json', sampleCatalogue()]], { silent: true });
  });
  afterAll(() => imports.close());

  const run = (...args: string[]) => runCli(['push', ...args], imports.config);
  const waiting = async (): Promise<number> =>
    (await imports.rows('outbox_event')).filter(({ state }) => state === 'pending').length;

  it(
    'audit answers 1 and names the topics that no published clause carries',
    async () => {
      const { code, stdout } = await run('audit');
      expect(code).toBe(1);
      expect(stdout).toContain('T1\t条款 3\t订阅 0\t创业');
      expect(stdout).toContain('2 个主题中有 1 个没有已发布的条款');
      expect(stdout).toContain('T2 外交、外事（0 人订阅）');
    },
    PATIENCE,
  );

  it(
    'audit answers 0 once every topic is carried',
    async () => {
      const { clauses, ...rest } = sampleCatalogue();
      const all = clauses.map((one) => ({ ...one, topics: ['创业', '外交、外事'] }));
      await imports.import([['目录.json', { ...rest, clauses: all }]], { silent: true });
      expect(await run('audit')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 个主题都有') });
    },
    PATIENCE,
  );

  it(
    'canary answers 1 where no worker works',
    async () => {
      const { code, stderr } = await run('canary', '--seconds', '1');
      expect([code, stderr]).toEqual([1, expect.stringContaining('1 秒内没有 worker 处理')]);
      expect(await waiting()).toBe(1);
      expect(await run('canary', '--seconds', '0')).toMatchObject({ code: 2 });
    },
    PATIENCE,
  );

  it(
    'canary answers 0 and how long it took where one does',
    async () => {
      const relay = imports.application.get(OutboxRelayService, { strict: false });
      while (await relay.step());
      const canary = run('canary');
      await until('the canary sits in the outbox', async () => (await waiting()) > 0);
      await relay.step();
      expect(await canary).toMatchObject({ code: 0, stdout: expect.stringMatching(/在 \d+ 毫秒内处理完/) });
    },
    PATIENCE,
  );
});
