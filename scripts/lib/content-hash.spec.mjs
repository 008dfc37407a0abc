import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, listFiles } from './content-hash.mjs';
import { createFakeProject } from './fake-project.mjs';

describe('content hash', () => {
  let project;
  const hash = () => hashFiles(project.root, listFiles(project.root, ['src', 'absent']));

  beforeEach(() => {
    project = createFakeProject();
    project.write('src/a.ts', 'one');
    project.write('src/b/c.ts', 'two');
  });
  afterEach(() => project.remove());

  it('lists files in order and passes over installed and built ones', () => {
    project.write('src/node_modules/x.js', '');
    project.write('src/dist/y.js', '');
    expect(listFiles(project.root, ['src/b', 'src', 'absent'])).toEqual(['src/a.ts', 'src/b/c.ts']);
  });

  it('does not change with times', () => {
    const before = hash();
    utimesSync(join(project.root, 'src/a.ts'), 1, 1);
    expect(hash()).toBe(before);
  });

  it('changes with content, with a new file and with text moved from one file to another', () => {
    const seen = new Set([hash()]);
    project.write('src/a.ts', 'onet');
    project.write('src/b/c.ts', 'wo');
    seen.add(hash());
    project.write('src/a.ts', 'three');
    seen.add(hash());
    project.write('src/d.ts', '');
    seen.add(hash());
    expect(seen.size).toBe(4);
  });
});
