import { type Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../config/load-config.js';
import type { RekeyProgress } from '../eligibility/profile-rekey.service.js';
import { EXIT } from './exit-codes.js';

const MOST_AT_ONCE = 5_000;

function batchOf(text: string): number {
  const batch = Number(text);
  if (Number.isInteger(batch) && batch >= 1 && batch <= MOST_AT_ONCE) return batch;
  throw new InvalidArgumentError(`请填 1 到 ${MOST_AT_ONCE} 的整数`);
}

/** What came of it, and what may be done with the old keys. */
export function rekeyText({ keyId, seen, sealed, changed, unreadable }: RekeyProgress): string {
  if (seen === 0) return `全部资料都已经用密钥 ${keyId} 加密，没有要换的。\n`;
  const lines = [`${seen} 份资料不是用密钥 ${keyId} 加密的，换好 ${sealed} 份。`];
  if (changed > 0)
    lines.push(`${changed} 份在这期间被本人修改或删除，没有动。请再运行一次，确认没有剩下的。`);
  if (unreadable > 0) {
    lines.push(
      `${unreadable} 份用现有的密钥打不开，没有动。请检查 PROFILE_KEYS 是否少了旧密钥；确实丢失的，只能由本人删除后重填。`,
    );
  }
  if (changed + unreadable === 0) {
    lines.push('所有进程都换用新的 PROFILE_KEYS 之后再运行一次，显示没有要换的，就可以去掉旧密钥。');
  }
  return `${lines.join('\n')}\n`;
}

/** `rekey-profiles`: seals kept profiles with the first key. */
export function rekeyProfilesCommand(program: Command): void {
  program
    .command('rekey-profiles')
    .description(
      '用 PROFILE_KEYS 的第一个密钥重新加密全部资料；可以中断后再运行，服务可以同时开着；有打不开的资料时退出码为 1',
    )
    .option('--batch <份数>', '每批几份', batchOf, 500)
    .action(async ({ batch }: { batch: number }) => {
      const [{ withApplication }, { EligibilityModule }, { ProfileRekeyService }] = await Promise.all([
        import('./with-application.js'),
        import('../eligibility/eligibility.module.js'),
        import('../eligibility/profile-rekey.service.js'),
      ]);
      const done = await withApplication(loadConfig(), [EligibilityModule], (application) =>
        application
          .get(ProfileRekeyService, { strict: false })
          .rekey(batch, ({ seen, sealed }) => process.stderr.write(`看了 ${seen} 份，换好 ${sealed} 份\n`)),
      );
      process.stdout.write(rekeyText(done));
      if (done.unreadable > 0) process.exitCode = EXIT.failed;
    });
}
