import type { Command } from 'commander';
import { loadConfig } from '../config/load-config.js';

/** `migrate`: brings the tables of the database up to date, as every start does, without starting anything else. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('建立或更新数据库的表')
    .action(async () => {
      const { withApplication } = await import('./with-application.js');
      await withApplication(loadConfig(), [], async () => undefined);
      process.stdout.write('数据库的表已是最新。\n');
    });
}
