import type { Command } from 'commander';

/** `template`: writes the workbook that departments fill in. */
export function templateCommand(program: Command): void {
  program
    .command('template [文件]')
    .description('生成导入模板（.xlsx）')
    .option('--force', '文件已存在时覆盖')
    .action(async (file = '政策超市导入模板.xlsx', { force = false }: { force?: boolean }) => {
      const { writeTemplate } = await import('./write-template.js');
      process.stdout.write(`模板已保存：${await writeTemplate(String(file), force)}\n`);
    });
}
