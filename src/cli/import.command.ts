import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { callerFolder } from '../config/caller-folder.js';
import { loadConfig } from '../config/load-config.js';
import { MapInvalidError } from '../imports/import.errors.js';
import { IMPORT_KINDS, type ImportKind } from '../imports/import-kind.js';
import type { ImportReport } from '../imports/import-report.js';
import { sourcesAt } from '../imports/import-source.js';
import { ImportsModule } from '../imports/imports.module.js';
import { ImportsService } from '../imports/imports.service.js';
import type { ImportMap } from '../imports/map/import-map.js';
import { readImportMap } from '../imports/map/read-import-map.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { EXIT } from './exit-codes.js';
import { progressDisplay } from './import-progress.js';
import { reportText } from './report-text.js';
import { withApplication } from './with-application.js';

interface ImportFlags {
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

async function runImport(path: string, flags: ImportFlags): Promise<ImportReport> {
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

/** `import`: brings a file or a folder into the catalogue. */
export function importCommand(program: Command): void {
  program
    .command('import <文件>')
    .description('导入部门、主题、政策、条款：.xlsx、.csv、.json、.jsonl 文件，或装有这些文件的文件夹')
    .option('--map <映射文件>', '其他系统的文件：按映射文件（JSON）转换字段，见 docs/import.md')
    .addOption(new Option('--kind <类别>', '文件本身看不出时，指明是哪类数据').choices(IMPORT_KINDS))
    .option('--dry-run', '只检查，不写入')
    .option('--partial', '有错误时，先导入没有错误的内容')
    .option('--silent', '不通知订阅的人（首次导入、改错别字时用）')
    .option('--json', '以 JSON 输出完整报告')
    .option('--progress', '没有终端时，也逐行报告进度')
    .action(async (path: string, flags: ImportFlags) => {
      const report = await runImport(path, flags);
      process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
      if (report.faultCount > 0) process.exitCode = EXIT.failed;
    });
}
