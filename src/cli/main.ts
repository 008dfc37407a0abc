import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config/config.errors.js';
import { loadConfig } from '../config/load-config.js';
import { DomainError } from '../common/domain.error.js';
import { startupFault } from '../startup-fault.js';
import { speakChinese, usageFault } from './chinese-usage.js';
import { auditCommand } from './audit.command.js';
import { createAdminCommand } from './create-admin.command.js';
import { EXIT } from './exit-codes.js';
import { importCommand } from './import.command.js';
import { migrateCommand } from './migrate.command.js';
import { pushCommand } from './push.command.js';
import { rekeyProfilesCommand } from './rekey-profiles.command.js';
import { templateCommand } from './template.command.js';

/** Every command; each registers itself on the program. */
const COMMANDS = [
  importCommand,
  templateCommand,
  createAdminCommand,
  migrateCommand,
  pushCommand,
  auditCommand,
  rekeyProfilesCommand,
];

function failureOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DomainError) return error.message;
  return startupFault(error, loadConfig());
}

/** Runs the command that the command line names; see `EXIT` for what the shell is told. */
async function main(): Promise<void> {
  const program = new Command('npm run cli --');
  for (const register of COMMANDS) register(program);
  speakChinese(program);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      process.stderr.write(`${failureOf(error)}\n`);
      process.exitCode = EXIT.failed;
    } else if (error.exitCode !== 0) {
      // Without a command, commander has shown the help already.
      if (error.code !== 'commander.help') process.stderr.write(`${usageFault(error)}\n`);
      process.exitCode = EXIT.usage;
    }
  }
}

await main();
