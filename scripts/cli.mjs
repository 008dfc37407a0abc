import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithParent } from './lib/end-with-parent.mjs';
import { nodeVersionFault } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

const MAIN = join(ROOT, 'dist/src/cli/main.js');

function stop(message) {
  console.error(message);
  process.exit(1);
}

const fault =
  nodeVersionFault(ROOT) ??
  (existsSync(join(ROOT, 'node_modules')) ? undefined : '还没有安装依赖，请先运行 npm ci。');
if (fault !== undefined) stop(fault);

endWithParent();

// What the build says is no result of the command: stdout is kept for that.
console.log = console.error;

// Loaded only now: an old Node must be told so in one line instead of failing on newer syntax.
const { buildStale } = await import('./lib/build.mjs');
if (!(await buildStale(ROOT, ['server']))) stop('命令没有运行：构建没有完成。');

// The same process, so that the terminal, its signals and the exit code need no passing on.
process.argv[1] = MAIN;
await import(pathToFileURL(MAIN).href);
