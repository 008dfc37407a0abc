import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { callerFolder } from '../config/caller-folder.js';
import { loadConfig } from '../config/load-config.js';
import { MapInvalidError } from '../imports/import.errors.js';
import type { ImportKind } from '../imports/import-kind.js';
import type { ImportReport } from '../imports/import-report.js';
import { sourcesAt } from '../imports/import-source.js';
import { ImportsModule } from '../imports/imports.module.js';
import { ImportsService } from '../imports/imports.service.js';
import type { ImportMap } from '../imports/map/import-map.js';
import { readImportMap } from '../imports/map/read-import-map.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { progressDisplay } from './import-progress.js';
import { withApplication } from './with-application.js';

/** The options of `import`, as they were typed. */
export interface ImportFlags {
  map?: string;
  kind?: ImportKind;
  dryRun?: boolean;
  partial?: boolean;
  silent?: boolean;
  json?: boolean;
  progress?: boolean;
}

async function mapAt(path: string): Promise<ImportMap> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new MapInvalidError([`打不开 ${path}，请检查路径`]);
  });
  return readImportMap(text);
}

/** Imports a file or folder of this machine into the configured database. */
export async function runImport(path: string, flags: ImportFlags): Promise<ImportReport> {
  const from = (relative: string): string => resolve(callerFolder(), relative);
  const { kind, dryRun, partial, silent } = flags;
  const map = flags.map === undefined ? null : await mapAt(from(flags.map));
  const sources = await sourcesAt(from(path));
  // With the notifications, so that what is published here is told by the running server.
  return withApplication(loadConfig(), [ImportsModule, NotificationsModule], async (application) => {
    const display = progressDisplay(flags.progress ?? false);
    try {
      const progress = display.show;
      return await application
        .get(ImportsService)
        .import(sources, { map, kind, dryRun, partial, silent, progress });
    } finally {
      display.end();
    }
  });
}
