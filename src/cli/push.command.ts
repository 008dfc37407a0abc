import { type Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../config/load-config.js';
import type { TopicReach } from '../subscriptions/topic-audit.service.js';
import { EXIT } from './exit-codes.js';

const MOST_SECONDS = 600;

/** What the audit found, a line for each topic and the unreachable ones at the end, where they are seen. */
export function auditText(topics: readonly TopicReach[]): string {
  const lines = topics.map(
    ({ code, name, clauses, subscriptions }) => `${code}\t条款 ${clauses}\t订阅 ${subscriptions}\t${name}`,
  );
  const unreachable = topics.filter(({ clauses }) => clauses === 0);
  if (unreachable.length === 0) lines.push(`${topics.length} 个主题都有已发布的条款，订阅者都能收到消息。`);
  else {
    lines.push(
      `${topics.length} 个主题中有 ${unreachable.length} 个没有已发布的条款，订阅者收不到任何消息：`,
      ...unreachable.map(({ code, name, subscriptions }) => `  ${code} ${name}（${subscriptions} 人订阅）`),
      '请给相关条款加上这些主题，或发布新的条款。',
    );
  }
  return `${lines.join('\n')}\n`;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw new InvalidArgumentError(`请填 1 到 ${MOST_SECONDS} 的整数`);
}

/** `push`: whether subscribers can be told, and whether a worker works. */
export function pushCommand(program: Command): void {
  const push = program.command('push').description('检查推送');
  push
    .command('audit')
    .description('列出每个主题有几个已发布的条款、几个订阅；有主题收不到任何消息时退出码为 1')
    .action(async () => {
      const [{ withApplication }, { SubscriptionsModule }, { TopicAuditService }] = await Promise.all([
        import('./with-application.js'),
        import('../subscriptions/subscriptions.module.js'),
        import('../subscriptions/topic-audit.service.js'),
      ]);
      const topics = await withApplication(loadConfig(), [SubscriptionsModule], (application) =>
        application.get(TopicAuditService, { strict: false }).audit(),
      );
      process.stdout.write(auditText(topics));
      if (topics.some(({ clauses }) => clauses === 0)) process.exitCode = EXIT.failed;
    });
  push
    .command('canary')
    .description('放一个不通知任何人的事件，等 worker 处理完，显示用了几毫秒；没有处理时退出码为 1')
    .option('--seconds <秒数>', '最多等几秒', secondsOf, 30)
    .action(async ({ seconds }: { seconds: number }) => {
      const [{ withApplication }, { PushCanaryModule }, { PushCanaryService }] = await Promise.all([
        import('./with-application.js'),
        import('../notifications/push-canary.module.js'),
        import('../notifications/push-canary.service.js'),
      ]);
      const ms = await withApplication(loadConfig(), [PushCanaryModule], (application) =>
        application.get(PushCanaryService, { strict: false }).run(seconds * 1_000),
      );
      if (ms === null) {
        process.stderr.write(
          `${seconds} 秒内没有 worker 处理。请检查服务是否在运行、WORKER 是否关闭、数据库是否是同一个。\n`,
        );
        process.exitCode = EXIT.failed;
      } else process.stdout.write(`worker 在 ${ms} 毫秒内处理完。\n`);
    });
}
