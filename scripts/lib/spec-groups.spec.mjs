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

  const spec = (name, size) => writeFileSync(join(folder, 'specs', name), '/'.repeat(size));
  const group = () => writeSpecGroups([join(folder, 'specs')], target, 'e2e');
  const groups = () =>
    readdirSync(target)
      .sort()
      .map((name) =>
        [...readFileSync(join(target, name), 'utf8').matchAll(/(\w+)\.spec/g)].map(([, one]) => one),
      );

  it('import every spec once, and the largest apart from each other', () => {
    ['a', 'b', 'c', 'd', 'below/e', 'f'].forEach((name, at) => spec(`${name}.spec.js`, 60 - at * 10));
    spec('helper.js', 99);
    expect(group()).toBe(4);
    expect(groups()).toEqual([['a', 'e'], ['b', 'f'], ['c'], ['d']]);
  });

  it('are as many as there are specs where these are few, and none without any', () => {
    expect(group()).toBe(0);
    spec('a.spec.js', 1);
    expect(group()).toBe(1);
    expect(groups()).toEqual([['a']]);
  });
});
