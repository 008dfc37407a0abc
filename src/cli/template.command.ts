import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { callerFolder } from '../config/caller-folder.js';
import { loadConfig } from '../config/load-config.js';
import { ImportsModule } from '../imports/imports.module.js';
import { ImportsService } from '../imports/imports.service.js';
import { TemplateNotWrittenError } from './cli.errors.js';
import { withApplication } from './with-application.js';

/** `template`: writes the workbook that departments fill in. */
export function templateCommand(program: Command): void {
  program
    .command('template [文件]')
    .description('生成导入模板（.xlsx）')
    .option('--force', '文件已存在时覆盖')
    .action(async (file = '政策超市导入模板.xlsx', { force }: { force?: boolean }) => {
      const path = resolve(callerFolder(), String(file));
      const workbook = await withApplication(loadConfig(), [ImportsModule], (application) =>
        application.get(ImportsService).template(),
      );
      try {
        await writeFile(path, workbook, { flag: force ? 'w' : 'wx' });
      } catch (error) {
        throw new TemplateNotWrittenError(path, (error as NodeJS.ErrnoException).code === 'EEXIST');
      }
      process.stdout.write(`模板已保存：${path}\n`);
    });
}
