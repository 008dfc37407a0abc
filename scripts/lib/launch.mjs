import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithParent } from './end-with-parent.mjs';
import { nodeVersionFault } from './node-version.mjs';
import { ROOT } from './root.mjs';

function stop(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Builds what is stale and runs a compiled program in this process: that saves the memory of a second Node, and the
 * terminal, its signals and the exit code need no passing on.
 * @param {string} file inside dist/, e.g. `src/main.js`
 * @param {('server' | 'web')[]} parts what must be built
 * @param {string} failure what is said when it cannot be built
 */
export async function launch(file, parts, failure) {
  const fault =
    nodeVersionFault(ROOT) ??
    (existsSync(join(ROOT, 'node_modules')) ? undefined : '还没有安装依赖，请先运行 npm ci。');
  if (fault !== undefined) stop(fault);
  endWithParent();
  // Loaded only now: an old Node must be told so in one line instead of failing on newer syntax.
  const { buildStale } = await import('./build.mjs');
  if (!(await buildStale(ROOT, parts))) stop(failure);
  const main = join(ROOT, 'dist', file);
  if (!existsSync(main)) stop(`${failure.replace(/[:：。].*$/u, '')}：找不到 ${main}。`);
  process.argv[1] = main;
  await import(pathToFileURL(main).href);
}
