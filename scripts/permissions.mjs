import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './lib/build.mjs';
import { ROOT } from './lib/root.mjs';

const compiled = (file) => import(pathToFileURL(join(ROOT, 'dist/src', file)).href);

if (await buildStale(ROOT, ['server'])) {
  const { permissionDocument } = await compiled('operations/permission-document.js');
  const { AppModule } = await compiled('app.module.js');
  const { AppConfig } = await compiled('config/app-config.js');
  const text = permissionDocument(AppModule.for(new AppConfig()));
  await writeFile(join(ROOT, 'docs/permissions.md'), text);
  console.log('docs/permissions.md');
} else process.exitCode = 1;
