import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from './lib/cruise.mjs';
import { nodeVersionFault } from './lib/node-version.mjs';
import { inSeconds } from './lib/progress.mjs';
import { ROOT } from './lib/root.mjs';
import { runPackage } from './lib/run.mjs';

/** As many as a small machine has cores. */
const AT_ONCE = 2;

const WEB_APPS = ['web/portal', 'web/console'].filter((app) => existsSync(join(ROOT, app, 'tsconfig.json')));

/** Compiling for types only must not disturb what the real compilation remembers. */
const TYPES_ONLY = ['--noEmit', '-p', 'tsconfig.json', '--tsBuildInfoFile', 'dist/.check.tsbuildinfo'];

/** The slowest first. */
const CHECKS = [
  ['ESLint（代码规则）', () => runPackage(ROOT, 'eslint/bin/eslint.js', ['.', '--max-warnings=0'])],
  ['TypeScript（类型）', () => runPackage(ROOT, 'typescript/bin/tsc', TYPES_ONLY)],
  ...WEB_APPS.map((app) => [
    `vue-tsc ${app}（页面类型）`,
    () => runPackage(ROOT, 'vue-tsc/bin/vue-tsc.js', ['--noEmit', '-p', app]),
  ]),
  [
    'Prettier（排版，可用 npm run format 自动修正）',
    () => runPackage(ROOT, 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  ],
  ['dependency-cruiser（依赖方向）', () => cruise(ROOT)],
];

async function runCheck([name, work]) {
  const { code, output, seconds } = await work();
  console.log(`${code === 0 ? '✓' : '✗'} ${name} ${inSeconds(seconds)}`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

/** Takes the next check from the list as soon as one has ended, until none is left. */
async function work(queue, failed) {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
    if (!(await runCheck(check))) failed.push(check[0]);
  }
}

const fault = nodeVersionFault(ROOT);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
const failed = [];
const queue = [...CHECKS];
await Promise.all(Array.from({ length: AT_ONCE }, () => work(queue, failed)));
console.log(failed.length === 0 ? '检查全部通过。' : `检查没有通过：${failed.join('、')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
