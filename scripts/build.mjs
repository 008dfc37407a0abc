import { buildStale } from './lib/build.mjs';
import { nodeVersionFault } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

const CHOICES = ['server', 'web', 'tests'];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !CHOICES.includes(part));
const fault =
  nodeVersionFault(ROOT) ??
  (unknown.length > 0 ? `不认识 ${unknown.join(' ')}，可以构建的有 ${CHOICES.join('、')}。` : undefined);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}

const parts = asked.length > 0 ? asked : ['server', 'web'];
if (!(await buildStale(ROOT, parts))) process.exit(1);
console.log('构建已是最新。');
