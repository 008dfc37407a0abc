import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Measures one engine in a process of its own, so that its memory is its own.
 * @returns {Promise<object>} what measure-engine.mjs found
 */
export function measureApart(name, options) {
  const script = fileURLToPath(new URL('./measure-engine.mjs', import.meta.url));
  // The collections of the engines in memory do not fit into Node's default heap.
  const child = fork(script, [], { execArgv: ['--max-old-space-size=12000', '--expose-gc'] });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${name}: the process ended with code ${code}`)));
    child.send({ name, options });
  });
}
