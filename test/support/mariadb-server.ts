import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { findExecutable } from './executables.js';
import { freePort } from './free-port.js';
import { serverArguments } from './mariadb-arguments.js';

const START_SECONDS = 60;
const STOP_SECONDS = 15;
const RETRY_MS = 100;
/** Characters of the log. */
const LAST_WORDS = 4_000;

/** A commit is handed to the system before it is answered. */
export const DURABLE = ['--innodb-flush-log-at-trx-commit=2', '--innodb-doublewrite=1'] as const;

/** A database server of our own, on this machine only. */
export interface MariadbServer {
  /** `mysql://user:password@127.0.0.1:port`, without a database; the user may do everything. */
  readonly url: string;
  /** False once it ended without being asked to. */
  isRunning(): boolean;
  /** The end of its log: why it ended. */
  lastWords(): Promise<string>;
  /** Ends it at once, as a power cut would, and starts it again on the same files and port. */
  crash(): Promise<void>;
  /** Ends the server and removes its files; may be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts an empty MariaDB in a temporary folder, on a free port of 127.0.0.1, and waits until it answers.
 * It also ends when this process is killed, where the system can do that.
 * @param durability further arguments; `DURABLE` where what was committed must outlive a crash of the server
 * @throws Error with the server's log when it does not come up
 */
export async function startMariadb(durability: readonly string[] = []): Promise<MariadbServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mariadb-'));
  try {
    await install(folder);
    return await launch(folder, durability);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function requireExecutable(...names: string[]): string {
  const path = findExecutable(...names);
  if (path === undefined) throw new Error(`${names[0]} 未安装，请安装软件包 mariadb-server。`);
  return path;
}

/** Root may start the server only by naming a user, and root it stays: the folder is root's. */
const userArguments = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

async function install(folder: string): Promise<void> {
  const program = requireExecutable('mariadb-install-db', 'mysql_install_db');
  await promisify(execFile)(program, [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    '--skip-name-resolve',
    '--skip-test-db',
    '--auth-root-authentication-method=socket',
    ...userArguments(),
  ]);
}

async function launch(folder: string, durability: readonly string[]): Promise<MariadbServer> {
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  await writeFile(
    join(folder, 'init.sql'),
    `CREATE USER IF NOT EXISTS 'test'@'127.0.0.1' IDENTIFIED BY '${password}';\n` +
      `GRANT ALL ON *.* TO 'test'@'127.0.0.1' WITH GRANT OPTION;\n`,
    { mode: 0o600 },
  );
  const start = (): ChildProcess =>
    spawnTied(requireExecutable('mariadbd', 'mysqld'), [
      ...serverArguments(folder, port),
      ...durability,
      ...userArguments(),
    ]);
  let server = start();
  const url = `mysql://test:${password}@127.0.0.1:${port}`;
  const stop = (): Promise<void> => end(server, folder);
  try {
    await untilItAnswers(url, server);
  } catch (error) {
    const log = await readFile(join(folder, 'error.log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`MariaDB 没有启动：\n${log}`, { cause: error });
  }
  const crash = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    signalGroup(server, 'SIGKILL');
    await ended;
    server = start();
    await untilItAnswers(url, server);
  };
  const isRunning = (): boolean => server.exitCode === null && server.signalCode === null;
  const lastWords = async (): Promise<string> =>
    (await readFile(join(folder, 'error.log'), 'utf8').catch(() => '')).slice(-LAST_WORDS);
  return { url, isRunning, lastWords, crash, stop };
}

/** Own process group, so that Ctrl-C at the terminal reaches the tests first and they stop it in order. */
function spawnTied(program: string, args: string[]): ChildProcess {
  const tie = findExecutable('setpriv');
  const [command, ...rest] = [...(tie ? [tie, '--pdeathsig', 'KILL', '--'] : []), program, ...args];
  return spawn(command ?? program, rest, { detached: true, stdio: 'ignore' });
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  const ended = new AbortController();
  server.once('error', (error) => ended.abort(error));
  server.once('exit', (code) => ended.abort(new Error(`ended with code ${code}`)));
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    try {
      const connection = await createConnection({ uri: url, connectTimeout: 1000 });
      await connection.query('SELECT 1');
      return await connection.end();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(RETRY_MS, undefined, { signal: ended.signal });
    }
  }
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    const exited = new Promise((resolve) => server.once('exit', resolve));
    const killer = setTimeout(() => signalGroup(server, 'SIGKILL'), STOP_SECONDS * 1000);
    signalGroup(server, 'SIGTERM');
    await exited.finally(() => clearTimeout(killer));
  }
  await rm(folder, { recursive: true, force: true });
}

function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(server.pid ?? 0), signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
