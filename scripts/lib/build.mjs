import { BuildStamp } from './build-stamp.mjs';
import { compile } from './compile.mjs';
import { compilerMemoryHash, inputHash, outputsExist } from './parts.mjs';
import { withProgress } from './progress.mjs';
import { runPackage } from './run.mjs';
import { webBuilds } from './web-apps.mjs';

/** Parts that are written to the same folders: building one makes the other stale. */
const COMPILED = ['server', 'tests'];

/**
 * Says which parts of dist/ are out of date.
 * @param {string} root the project's folder
 * @param {('server' | 'tests' | 'web')[]} parts the parts asked for
 * @returns {typeof parts} those that must be built
 */
export function staleParts(root, parts) {
  const stamp = new BuildStamp(root);
  return parts.filter((part) => stamp.hashOf(part) !== stateOf(root, part) || !outputsExist(root, part));
}

/**
 * Builds what is out of date, compiler and Vite side by side, and tells people about it.
 * @param {string} root the project's folder
 * @param {('server' | 'tests' | 'web')[]} parts the parts asked for
 * @returns {Promise<boolean>} whether all of them are complete now
 */
export async function buildStale(root, parts) {
  const stale = staleParts(root, parts);
  const work = [];
  if (stale.includes('tests')) work.push(buildCompiled(root, 'tests'));
  else if (stale.includes('server')) work.push(buildCompiled(root, 'server'));
  if (stale.includes('web')) work.push(buildWeb(root));
  return (await Promise.all(work)).every(Boolean);
}

async function buildCompiled(root, part) {
  const label = part === 'tests' ? '服务端和测试' : '服务端';
  const complete = part === 'tests' ? COMPILED : [part];
  return stamped(root, COMPILED, complete, (interrupted) =>
    withProgress(label, () => compile(root, part, interrupted)),
  );
}

async function buildWeb(root) {
  return stamped(root, ['web'], ['web'], async () => {
    for (const { label, args } of webBuilds(root)) {
      const code = await withProgress(label, () => runPackage(root, 'vite/bin/vite.js', args));
      if (code !== 0) return code;
    }
    return 0;
  });
}

/** Hashes before the work: what is edited meanwhile is stale afterwards. */
async function stamped(root, touched, complete, work) {
  const stamp = new BuildStamp(root);
  const inputs = complete.map((part) => [part, inputHash(root, part)]);
  const code = await work(stamp.begin(touched));
  const hashes = code === 0 ? inputs.map(([part, hash]) => [part, state(root, part, hash)]) : [];
  if (code < 128) stamp.end(touched, Object.fromEntries(hashes));
  return code === 0;
}

const stateOf = (root, part) => state(root, part, inputHash(root, part));

const state = (root, part, hash) => (COMPILED.includes(part) ? `${hash}:${compilerMemoryHash(root)}` : hash);
