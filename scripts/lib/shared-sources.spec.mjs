import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFakeProject } from './fake-project.mjs';
import { sharedSources } from './shared-sources.mjs';

describe('sources that pages share with the server', () => {
  let project;
  beforeEach(() => (project = createFakeProject()));
  afterEach(() => project.remove());

  it('are what pages import and what that imports, without types', () => {
    project.write('src/labels.ts', `import { part } from './part.js';\nimport type { T } from './types.js';`);
    project.write('src/part.ts', 'export const part = 1;');
    project.write('libs/a/index.ts', `export { a } from './a.js';`);
    project.write('libs/a/a.ts', 'export const a = 1;');
    project.write('src/types.ts', 'export type T = 1;');
    project.write('src/lazy.ts', 'export const lazy = 1;');
    project.write('web/portal/other.ts', `const lazy = await import('../../src/lazy.js');`);
    project.write(
      'web/portal/page.vue',
      `<script>\nimport type {\n  T } from '../../src/types.js';\nimport {\n  label,\n} from "../../src/labels.js";\nimport './other.js';\nimport { a } from '#libs/a';`,
    );
    expect(sharedSources(project.root, ['web/portal/other.ts', 'web/portal/page.vue'])).toEqual([
      'libs/a/a.ts',
      'libs/a/index.ts',
      'src/labels.ts',
      'src/lazy.ts',
      'src/part.ts',
    ]);
  });
});
