import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeSpecGroups } from './spec-groups.mjs';

describe('spec groups', () => {
  let folder;
  let target;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'groups-'));
    target = join(folder, 'target');
    for (const name of ['specs', 'specs/below', 'target']) mkdirSync(join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const spec = (name) => writeFileSync(join(folder, 'specs', name), '');
  const group = () => writeSpecGroups([join(folder, 'specs')], target, 'e2e');
  const groups = () =>
    readdirSync(target)
      .sort()
      .map((name) =>
        [...readFileSync(join(target, name), 'utf8').matchAll(/([\w-]+)\.spec/g)].map(([, one]) => one),
      );

  it('import every spec once, as many as end together: one that takes long has fewer beside it', () => {
    for (const name of ['a', 'b', 'c', 'below/d', 'e', 'f', 'shutdown']) spec(`${name}.spec.js`);
    spec('helper.js');
    expect(group()).toBe(4);
    expect(groups()).toEqual([['shutdown'], ['a', 'c'], ['b', 'e'], ['d', 'f']]);
  });

  it('are as many as there are specs where these are few, and none without any', () => {
    expect(group()).toBe(0);
    spec('a.spec.js');
    expect(group()).toBe(1);
    expect(groups()).toEqual([['a']]);
  });
});
