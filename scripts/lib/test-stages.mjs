import { parseArgs } from 'node:util';

const SUITES = {
  unit: { folders: ['dist/libs', 'dist/src', 'scripts'], databases: [undefined] },
  db: { folders: ['dist/test/db'], databases: ['sqlite', 'mariadb'] },
  e2e: { folders: ['dist/test/e2e'], databases: ['sqlite', 'mariadb'] },
  browser: { folders: ['dist/test/browser'], databases: ['sqlite'] },
};

/** All of one database before the next. */
const ORDER = [undefined, 'sqlite', 'mariadb', 'browser'];

const place = ({ suite, database }) => ORDER.indexOf(suite === 'browser' ? 'browser' : database);

/** Every run of jest that a full test consists of, in order. */
export const ALL_STAGES = Object.entries(SUITES)
  .flatMap(([suite, { folders, databases }]) => databases.map((database) => ({ suite, folders, database })))
  .sort((a, b) => place(a) - place(b));

/**
 * Reads the command line of `npm test --`.
 * @param {string[]} args `--only SUITE`, `--db KIND`, `-t NAME` and paths of specs; all may be missing,
 *   `--only` and `--db` may be repeated
 * @returns {{stages: typeof ALL_STAGES, name?: string, paths: string[], narrowed: boolean}} `paths` as patterns
 *   for jest; `narrowed` when a stage without a test is no fault, because a name or path was asked for
 * @throws {Error} with a message for people when an argument is not understood
 */
export function readTestArguments(args) {
  const { values, positionals } = parse(args);
  const only = among(values.only, Object.keys(SUITES), '--only');
  const databases = among(values.db, ['sqlite', 'mariadb'], '--db');
  const stages = ALL_STAGES.filter(
    ({ suite, database }) =>
      (only.length === 0 || only.includes(suite)) && (databases.length === 0 || databases.includes(database)),
  );
  if (stages.length === 0) throw new Error('--only 和 --db 合起来没有可运行的测试。');
  const paths = positionals.map((path) => path.replace(/^\.?\//, '').replace(/\.ts$/, ''));
  return { stages, name: values.t, paths, narrowed: values.t !== undefined || paths.length > 0 };
}

function parse(args) {
  const options = {
    only: { type: 'string', multiple: true, default: [] },
    db: { type: 'string', multiple: true, default: [] },
    t: { type: 'string', short: 't' },
  };
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(
      `看不懂参数：${error.message}\n用法：npm test -- [--only unit|db|e2e|browser] [--db sqlite|mariadb] [-t 名称] [路径…]`,
      { cause: error },
    );
  }
}

function among(given, known, option) {
  const unknown = given.find((value) => !known.includes(value));
  if (unknown === undefined) return given;
  throw new Error(`${option} 只能是 ${known.join('、')}，不能是 ${unknown}。`);
}
