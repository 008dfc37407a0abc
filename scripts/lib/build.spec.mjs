import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildStamp } from './build-stamp.mjs';
import { buildStale, staleParts } from './build.mjs';
import { createFakeProject } from './fake-project.mjs';

jest.setTimeout(120_000);

describe('the build of what changed', () => {
  let project;
  const stale = () => staleParts(project.root, ['server', 'web']);
  const build = () => buildStale(project.root, ['server', 'web']);
  const output = (path) => join(project.root, 'dist', path);

  beforeAll(() => {
    jest.spyOn(console, 'log').mockReturnValue(undefined);
    jest.spyOn(console, 'error').mockReturnValue(undefined);
    project = createFakeProject();
    project.write('src/main.ts', 'export const answer: number = 1;\n');
    project.write('src/old.ts', 'export const old = 1;\n');
  });
  afterAll(() => {
    project.remove();
    jest.restoreAllMocks();
  });

  it('builds at first and then has nothing to do', async () => {
    expect(stale()).toEqual(['server', 'web']);
    expect(await build()).toBe(true);
    expect(existsSync(output('src/main.js'))).toBe(true);
    expect(stale()).toEqual([]);
  });

  it('removes the output of a source that is gone', async () => {
    rmSync(join(project.root, 'src/old.ts'));
    expect(stale()).toEqual(['server']);
    expect(await build()).toBe(true);
    expect(existsSync(output('src/old.js'))).toBe(false);
    expect(existsSync(output('src/old.js.map'))).toBe(false);
  });

  it('restores an output that someone deleted', async () => {
    rmSync(output('src/main.js'));
    expect(stale()).toEqual(['server']);
    expect(await build()).toBe(true);
    expect(existsSync(output('src/main.js'))).toBe(true);
  });

  it('does not call a faulty program built', async () => {
    project.write('src/main.ts', 'export const answer: number = "1";\n');
    expect(await build()).toBe(false);
    expect(stale()).toEqual(['server']);
    project.write('src/main.ts', 'export const answer: number = 1;\n');
    expect(await build()).toBe(true);
  });

  it('compiles everything anew after a build that was killed', async () => {
    new BuildStamp(project.root).begin(['server', 'tests']);
    project.write('dist/src/main.js', 'left half written by the killed build');
    expect(stale()).toEqual(['server']);
    expect(await build()).toBe(true);
    expect(readFileSync(output('src/main.js'), 'utf8')).toContain('answer = 1');
  });

  it('does not count specs among the inputs of the server', async () => {
    project.write('src/main.spec.ts', 'export {};\n');
    expect(stale()).toEqual([]);
    expect(await buildStale(project.root, ['tests'])).toBe(true);
    expect(stale()).toEqual([]);
  });

  it('fails when a page cannot be built', async () => {
    project.write('web/console/vite.config.ts', 'export default {};\n');
    project.write('web/console/index.html', '<script type="module" src="./missing.ts"></script>\n');
    expect(stale()).toEqual(['web']);
    expect(await build()).toBe(false);
    project.write('web/console/missing.ts', 'document.title = "x";\n');
    expect(await build()).toBe(true);
    expect(existsSync(output('web/console/index.html'))).toBe(true);
    expect(stale()).toEqual([]);
  });
});
