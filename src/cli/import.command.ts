import { type Command, Option } from 'commander';
import { IMPORT_KINDS } from '../imports/import-kind.js';
import { EXIT } from './exit-codes.js';
import type { ImportFlags } from './run-import.js';

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
      // Loaded only now: the usage of all commands is to be there at once.
      const [{ runImport }, { reportText }] = await Promise.all([
        import('./run-import.js'),
        import('./report-text.js'),
      ]);
      const report = await runImport(path, flags);
      process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
      if (report.faultCount > 0) process.exitCode = EXIT.failed;
    });
}
