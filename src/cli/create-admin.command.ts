import type { Command } from 'commander';
import { takeAdminPassword } from '../config/admin-password.js';
import { loadConfig } from '../config/load-config.js';
import { StaffAccountsService } from '../staff/staff-accounts.service.js';
import { StaffNotFoundError, UsernameTakenError } from '../staff/staff.errors.js';
import { StaffModule } from '../staff/staff.module.js';
import { askPassword } from './ask-password.js';
import { PasswordNotGivenError } from './cli.errors.js';
import { withApplication } from './with-application.js';

interface Options {
  username: string;
  resetPassword: boolean;
}

async function newPassword(): Promise<string> {
  const given = takeAdminPassword();
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new PasswordNotGivenError(
      '这里不能输入密码，请在终端里运行，或把密码放在环境变量 ADMIN_PASSWORD 里',
    );
  }
  const typed = await askPassword({ input: process.stdin, output: process.stdout });
  if (typed === null) throw new PasswordNotGivenError('已取消，什么都没有改动');
  return typed;
}

async function run(staff: StaffAccountsService, { username, resetPassword }: Options): Promise<string> {
  // Before anybody types a password in vain.
  const exists = await staff.exists(username);
  if (exists && !resetPassword) throw new UsernameTakenError(username);
  if (!exists && resetPassword) throw new StaffNotFoundError(username);
  const password = await newPassword();
  if (!resetPassword)
    return `已新建管理员 ${await staff.create(username, password, [{ role: 'administrator' }])}`;
  return `已重设 ${await staff.resetPassword(username, password)} 的密码，此前的登录都已失效`;
}

/** `create-admin`: the first person who can sign in to the console, or a new password for one who cannot. */
export function createAdminCommand(program: Command): void {
  program
    .command('create-admin')
    .description('新建管理员，或为已有的人重设密码；密码在终端里输入，或取自环境变量 ADMIN_PASSWORD')
    .option('--username <用户名>', '用户名', 'admin')
    .option('--reset-password', '为已有的人重设密码', false)
    .action(async (options: Options) => {
      const done = await withApplication(loadConfig(), [StaffModule], (application) =>
        run(application.get(StaffAccountsService, { strict: false }), options),
      );
      process.stdout.write(`${done}\n`);
    });
}
