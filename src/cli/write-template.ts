import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { callerFolder } from '../config/caller-folder.js';
import { loadConfig } from '../config/load-config.js';
import { ImportsModule } from '../imports/imports.module.js';
import { ImportsService } from '../imports/imports.service.js';
import { TemplateNotWrittenError } from './cli.errors.js';
import { withApplication } from './with-application.js';

/**
 * Writes the import template and returns where it stands.
 * @throws TemplateNotWrittenError
 */
export async function writeTemplate(file: string, overwrite: boolean): Promise<string> {
  const path = resolve(callerFolder(), file);
  const workbook = await withApplication(loadConfig(), [ImportsModule], (application) =>
    application.get(ImportsService).template(),
  );
  try {
    await writeFile(path, workbook, { flag: overwrite ? 'w' : 'wx' });
  } catch (error) {
    throw new TemplateNotWrittenError(path, (error as NodeJS.ErrnoException).code === 'EEXIST');
  }
  return path;
}
