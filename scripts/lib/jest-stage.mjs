import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPackage } from './run.mjs';
import { writeSpecGroups } from './spec-groups.mjs';

/** A stage that takes longer hangs: jest waits for ever for a server or timer that a test left open. */
const LIMIT_SECONDS = 20 * 60;

/**
 * @typedef {object} StageResult
 * @property {string} label suite and database
 * @property {number} passed tests
 * @property {number} failed tests; a spec file that could not even run and a run without tests count as one
 * @property {number} skipped tests
 * @property {number} seconds from start to end
 */

/**
 * Runs one stage of the tests with jest on this terminal.
 * @param {string} root the project's folder
 * @param {import('./test-stages.mjs').ALL_STAGES[number]} stage what to run
 * @param {{name?: string, paths: string[], narrowed: boolean, mariadbUrl?: string}} options `name` and `paths`
 *   narrow the tests; see test-stages.mjs
 * @returns {Promise<StageResult>}
 */
export async function runStage(root, { suite, folders, database }, { name, paths, narrowed, mariadbUrl }) {
  const label = database ? `${suite} ${database}` : suite;
  const roots = folders.filter((folder) => existsSync(join(root, folder)));
  console.log(`\n── ${label} ──`);
  if (roots.length === 0)
    return withoutTests({ label, passed: 0, failed: 0, skipped: 0, seconds: 0 }, narrowed);

  const temporary = mkdtempSync(join(tmpdir(), 'jest-'));
  const report = join(temporary, 'report.json');
  // Unit tests load little.
  const grouped = !narrowed && suite !== 'unit';
  if (grouped)
    writeSpecGroups(
      roots.map((folder) => join(root, folder)),
      temporary,
      label.replace(' ', '-'),
    );
  const { code, seconds } = await runPackage(
    root,
    'jest/bin/jest.js',
    [
      // First: an option that takes a list, as --roots, would swallow what follows it.
      ...paths,
      ...['--maxWorkers=2', '--json', `--outputFile=${report}`, '--passWithNoTests'],
      ...(grouped ? [temporary] : roots).flatMap((folder) => ['--roots', folder]),
      ...(name === undefined ? [] : ['-t', name]),
    ],
    { show: 'stderr', seconds: LIMIT_SECONDS, env: environment(database, mariadbUrl) },
  );
  const counts = countsOf(report, code);
  rmSync(temporary, { recursive: true, force: true });
  return withoutTests({ label, ...counts, seconds }, narrowed);
}

function environment(database, mariadbUrl) {
  const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() };
  delete env.TEST_DATABASE;
  delete env.TEST_MARIADB_URL;
  if (database) env.TEST_DATABASE = database;
  if (database === 'mariadb') env.TEST_MARIADB_URL = mariadbUrl;
  return env;
}

/** An exit code that no counted failure explains is one failure: jest itself broke or was killed. */
function countsOf(report, code) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed = result.numPassedTests;
    failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    skipped = result.numPendingTests + result.numTodoTests;
  }
  return { passed, skipped, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function withoutTests(result, allowed) {
  if (allowed || result.passed + result.failed > 0) return result;
  console.error(`${result.label} 没有运行任何测试。`);
  return { ...result, failed: 1 };
}
