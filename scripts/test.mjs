import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './lib/build.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { runStage } from './lib/jest-stage.mjs';
import { nodeVersionFault } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';
import { lastLine, summaryTable } from './lib/summary.mjs';
import { readTestArguments } from './lib/test-stages.mjs';
import { ensureTools } from './lib/tools.mjs';

const results = [];
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (interrupted = true));

endWithParent();

/** Counts what is no test but keeps the run from being a success. */
const fail = (label) => results.push({ label, passed: 0, failed: 1, skipped: 0, seconds: 0 });

async function prepare(stages) {
  const has = (key, value) => stages.some((stage) => stage[key] === value);
  const tools = [
    ...(has('database', 'mariadb') ? ['mariadb'] : []),
    ...(has('suite', 'db') ? ['redis'] : []),
    ...(has('suite', 'browser') ? ['chromium'] : []),
  ];
  if (!(await ensureTools(tools))) return 'tools';
  const pages = has('suite', 'e2e') || has('suite', 'browser');
  if (!(await buildStale(ROOT, pages ? ['tests', 'web'] : ['tests']))) return 'build';
  return undefined;
}

/** One database server serves all stages; each spec file has a database of its own on it. */
async function startMariadb() {
  const support = join(ROOT, 'dist/test/support/mariadb-server.js');
  return (await import(pathToFileURL(support).href)).startMariadb();
}

async function runStages({ stages, ...options }) {
  let server;
  try {
    for (const stage of stages) {
      if (stage.database === 'mariadb' && !interrupted) server ??= await startMariadb();
      if (interrupted) return fail('interrupted');
      let result = await runStage(ROOT, stage, { ...options, mariadbUrl: server?.url });
      if (stage.database === 'mariadb' && server?.isRunning() === false && !interrupted) {
        // No test of ours ends the server that all share: it crashed, and took the rest of the stage along.
        console.error(
          `${await server.lastWords()}\nMariaDB 自己崩溃了（日志见上），换一个新的，这一阶段再测一次。`,
        );
        await server.stop();
        server = await startMariadb();
        result = await runStage(ROOT, stage, { ...options, mariadbUrl: server.url });
      }
      results.push(result);
    }
  } finally {
    await server?.stop();
  }
  if (options.narrowed && results.every(({ passed, failed }) => passed + failed === 0)) fail('no such test');
}

try {
  const fault = nodeVersionFault(ROOT);
  if (fault !== undefined) throw new Error(fault);
  const asked = readTestArguments(process.argv.slice(2));
  const unprepared = await prepare(asked.stages);
  if (unprepared === undefined) await runStages(asked);
  else fail(unprepared);
} catch (error) {
  console.error(error.message);
  fail('test.mjs');
}
console.log(`\n${summaryTable(results)}\n\n${lastLine(results)}`);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
