import { posix } from 'node:path';
import { readXmlPart } from './xml-stream.js';
import type { ZipPackage } from './zip-package.js';

export interface Relationship {
  id: string;
  /** Last word of the type URI, which is the same in the transitional and the strict dialect: `worksheet`. */
  type: string;
  /** Part name in the package, without leading slash. */
  target: string;
}

/**
 * What a part refers to inside the package; empty when it has no relationships.
 * @param part part name; '' for the package itself
 */
export async function readRelationships(parts: ZipPackage, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found: Relationship[] = [];
  if (!parts.has(name)) return found;
  await readXmlPart(parts, name, 'Relationships', {
    open(element, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (element !== 'Relationship' || !id || !type || !target || mode === 'External') return;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  return posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
}
