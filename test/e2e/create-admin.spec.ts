import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const run = promisify(execFile);
const PASSWORD = 'a password for tests';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Each call starts a process of its own. */
const PATIENCE = 90_000;

describe('npm run cli -- create-admin', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function createAdmin(args: string[], password?: string): Promise<Ended> {
    const { dataDir, databaseUrl } = database.config;
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'trace',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...(password === undefined ? {} : { ADMIN_PASSWORD: password }),
    };
    try {
      const ended = await run(process.execPath, ['dist/src/cli/main.js', 'create-admin', ...args], { env });
      return { code: 0, ...ended };
    } catch (error) {
      return error as Ended;
    }
  }

  it(
    'creates one administrator of a name, and shows the password nowhere',
    async () => {
      const first = await createAdmin(['--username', 'Chief'], PASSWORD);
      expect(first).toMatchObject({ code: 0, stdout: '已新建管理员 chief\n' });
      const second = await createAdmin(['--username', 'chief'], PASSWORD);
      expect(second.code).toBe(1);
      expect(second.stderr).toContain('--reset-password');
      for (const { stdout, stderr } of [first, second]) expect(stdout + stderr).not.toContain(PASSWORD);
    },
    PATIENCE,
  );

  it(
    'sets a new password for a name that exists only',
    async () => {
      expect((await createAdmin(['--username', 'stranger', '--reset-password'], PASSWORD)).code).toBe(1);
      const ended = await createAdmin(['--username', 'chief', '--reset-password'], 'another password');
      expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('chief') });
    },
    PATIENCE,
  );

  it(
    'has no default password, and takes no short one',
    async () => {
      const without = await createAdmin([]);
      expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('ADMIN_PASSWORD') });
      const short = await createAdmin([], '123456789');
      expect(short).toMatchObject({ code: 1, stderr: expect.stringContaining('至少 10') });
      expect(short.stderr).not.toContain('123456789');
    },
    PATIENCE,
  );
});
