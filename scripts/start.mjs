import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithParent } from './lib/end-with-parent.mjs';
import { nodeVersionFault } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

const MAIN = join(ROOT, 'dist/src/main.js');

/** @returns {string | undefined} what a person has to do first */
function firstFault() {
  return (
    nodeVersionFault(ROOT) ??
    (existsSync(join(ROOT, 'node_modules')) ? undefined : '还没有安装依赖，请先运行 npm ci。')
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

const fault = firstFault();
if (fault !== undefined) stop(fault);

endWithParent();

// Loaded only now: an old Node must be told so in one line instead of failing on newer syntax.
const { buildStale } = await import('./lib/build.mjs');
if (!(await buildStale(ROOT, ['server', 'web']))) stop('没有启动：构建没有完成。');
if (!existsSync(MAIN)) stop('没有启动：找不到 src/main.ts 编译后的 dist/src/main.js。');

// The same process saves the memory of a second Node, and the terminal's signals and
// the exit code need no passing on.
process.argv[1] = MAIN;
await import(pathToFileURL(MAIN).href);
