import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cruise } from './cruise.mjs';
import { createFakeProject } from './fake-project.mjs';

/** Everything that the rules must let pass. */
const ALLOWED = {
  'libs/lists/index.ts': `export * from './list.js';`,
  'libs/lists/list.ts': 'export const list = 1;',
  'libs/wechat/index.ts': `import { request } from 'undici';\nexport const call = request;`,
  'src/main.ts': `import './a/a.module.js';\nimport './b/b.module.js';`,
  'src/a/a.module.ts': `import { TypeOrmModule } from '@nestjs/typeorm';\nexport { A } from './a.controller.js';\nexport const m = TypeOrmModule;`,
  'src/a/a.controller.ts': `import { S } from './a.service.js';\nexport const A = S;`,
  'src/a/a.service.ts': `import { list } from '#libs/lists';\nimport { R } from './a.repository.js';\nexport const S = [R, list];`,
  'src/a/a.repository.ts': `import { Repository } from 'typeorm';\nimport { E } from './a.entity.js';\nexport const R = [Repository, E];`,
  'src/a/a.entity.ts': `import type { F } from '../b/b.entity.js';\nexport class E { f?: F }`,
  'src/b/b.entity.ts': `import { E } from '../a/a.entity.js';\nexport class F { e = E }`,
  'src/b/b.module.ts': `export { F } from './b.entity.js';\nexport { B } from './b.service.js';`,
  'src/b/b.service.ts': `import { S } from '../a/a.service.js';\nexport const B = S;`,
  'src/b/b.labels.ts': 'export const LABEL = 1;',
  'src/b/b.view.ts': `import { LABEL } from './b.labels.js';\nexport class View { label = LABEL }`,
  'web/portal/src/entry.ts': `import { LABEL } from '../../../src/b/b.labels.js';\nimport type { View } from '../../../src/b/b.view.js';\nexport const v: View = { label: LABEL };`,
  'web/portal/src/page.vue': `<script setup lang="ts">\nimport type { View } from '../../../src/b/b.view.js';\nimport './entry.js';\ndefineProps<{ view: View }>();\n</script>\n<template><p /></template>`,
};

/** Rule, a file that breaks it, and how. */
const FORBIDDEN = [
  ['libs-know-nothing-of-us', 'libs/lists/policy.ts', `import '../../src/b/b.labels.js';`],
  ['libs-by-their-index', 'src/b/inner.service.ts', `import '../../libs/lists/list.js';`],
  ['libs-by-their-index-among-libs', 'libs/wechat/inner.ts', `import '../lists/list.js';`],
  ['server-knows-no-pages', 'src/b/page.service.ts', `import '../../web/portal/src/entry.js';`],
  ['pages-know-only-types-and-shared-code', 'web/portal/src/a.ts', `import '../../../src/b/b.view.js';`],
  [
    'pages-know-only-types-and-shared-code',
    'web/portal/src/value.vue',
    `<script setup lang="ts">\nimport { View } from '../../../src/b/b.view.js';\nconst v = new View();\n</script>\n<template>{{ v }}</template>`,
  ],
  ['shared-code-is-pure', 'src/b/impure.labels.ts', `import 'node:fs';`],
  ['own-repository-only', 'src/b/foreign.service.ts', `import '../a/a.repository.js';`],
  ['controllers-hand-over', 'src/a/rows.controller.ts', `import type { R } from './a.repository.js';`],
  ['controllers-hand-over', 'src/a/sql.controller.ts', `import 'typeorm';`],
  ['sql-in-its-places', 'src/b/sql.service.ts', `import { In } from 'typeorm';\nexport const B = In;`],
  ['network-in-its-places', 'src/b/net.service.ts', `import { request } from 'node:https';\nrequest('');`],
  ['network-in-its-places', 'libs/lists/net.ts', `import { request } from 'undici';\nrequest('');`],
  ['no-cycles', 'src/c/one.ts', `import { two } from './two.js';\nexport const one = two;`],
  ['no-run-time-cycles', 'src/c/x.entity.ts', `import { Y } from './y.entity.js';\nexport class X { y = Y }`],
  ['no-orphans', 'src/b/forgotten.ts', 'export const forgotten = 1;'],
  ['resolvable', 'src/b/absent.service.ts', `import '#libs/absent';`],
  ['no-development-packages-in-production', 'src/b/dev.service.ts', `import 'fast-check';`],
];

/** The other half of each cycle above. */
const PARTNERS = {
  'src/c/two.ts': `import type { one } from './one.js';\nexport const two: typeof one = 2;`,
  'src/c/y.entity.ts': `import { X } from './x.entity.js';\nexport class Y { x = X }`,
};

describe('the rules about who may import whom', () => {
  let project;
  beforeEach(() => {
    project = createFakeProject();
    Object.entries(ALLOWED).forEach(([path, text]) => project.write(path, text));
  });
  afterEach(() => project.remove());

  it('let good code pass', async () => {
    const { code, output } = await cruise(project.root);
    expect(output).toContain('no dependency violations');
    expect(code).toBe(0);
  });

  it('refuse each kind of forbidden import where it stands', async () => {
    FORBIDDEN.forEach(([, path, text]) => project.write(path, text));
    Object.entries(PARTNERS).forEach(([path, text]) => project.write(path, text));
    const { code, output } = await cruise(project.root);
    for (const [name, path] of FORBIDDEN) expect(output).toContain(`error ${name}: ${path}`);
    expect(code).not.toBe(0);
  });
});
