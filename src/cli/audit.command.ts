import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { AUDIT_FAULT_TEXTS } from '../audit/audit-fault.js';
import type { AuditVerdict } from '../audit/audit-verifier.service.js';
import { callerFolder } from '../config/caller-folder.js';
import { loadConfig } from '../config/load-config.js';
import { EXIT } from './exit-codes.js';

interface ExportOptions {
  format: 'csv' | 'jsonl';
  output?: string;
}

const fromCaller = (path: string): string => resolve(callerFolder(), path);

/** What verification found, for people. */
export function verdictText({ entries, withoutMac, checkpoints, faultCount, faults }: AuditVerdict): string {
  const lines = [`查了 ${entries} 条记录，对照了 ${checkpoints} 个检查点。`];
  if (withoutMac > 0) {
    lines.push(
      `其中 ${withoutMac} 条没有验证码（写入时没有设置 AUDIT_KEY），只能发现局部改动，不能发现整体重写。`,
    );
  }
  if (checkpoints === 0) lines.push('没有检查点：如果末尾的记录连同链尾一起被删除，无法发现。');
  if (faultCount === 0) lines.push('没有发现改动、删除或调换。');
  else {
    lines.push(`发现 ${faultCount} 处问题：`);
    lines.push(...faults.map(({ sequence, kind }) => `  第 ${sequence} 条　${AUDIT_FAULT_TEXTS[kind]}`));
    if (faults.length < faultCount) lines.push(`  ……还有 ${faultCount - faults.length} 处`);
    lines.push('请保留数据库原样，并与备份、检查点文件和导出文件比对。');
  }
  return `${lines.join('\n')}\n`;
}

async function verify(checkpointFile: string | undefined, json: boolean): Promise<void> {
  const [{ withApplication }, { AuditVerifierService }, { AuditCheckpointsService }] = await Promise.all([
    import('./with-application.js'),
    import('../audit/audit-verifier.service.js'),
    import('../audit/audit-checkpoints.service.js'),
  ]);
  const verdict = await withApplication(loadConfig(), [], async (application) => {
    const checkpoints = await application
      .get(AuditCheckpointsService)
      .read(checkpointFile === undefined ? undefined : fromCaller(checkpointFile));
    return application.get(AuditVerifierService).verify(checkpoints);
  });
  process.stdout.write(json ? `${JSON.stringify(verdict, null, 2)}\n` : verdictText(verdict));
  if (verdict.faultCount > 0) process.exitCode = EXIT.failed;
}

async function exportLog({ format, output }: ExportOptions): Promise<void> {
  const [{ withApplication }, { AuditExportService }, { AuditQuery }] = await Promise.all([
    import('./with-application.js'),
    import('../audit/audit-export.service.js'),
    import('../audit/audit.query.js'),
  ]);
  await withApplication(loadConfig(), [], async (application) => {
    const content = await application.get(AuditExportService).open(new AuditQuery(), format);
    if (output === undefined) await pipeline(content, process.stdout, { end: false });
    else await pipeline(content, createWriteStream(fromCaller(output), { flags: 'wx', mode: 0o600 }));
  });
}

async function checkpoint(): Promise<void> {
  const [{ withApplication }, { AuditCheckpointsService }] = await Promise.all([
    import('./with-application.js'),
    import('../audit/audit-checkpoints.service.js'),
  ]);
  const taken = await withApplication(loadConfig(), [], (application) =>
    application.get(AuditCheckpointsService).take(),
  );
  if (taken) process.stdout.write(`${JSON.stringify(taken)}\n`);
}

/** `audit`: whether the log is whole, and the log as a file. */
export function auditCommand(program: Command): void {
  const audit = program.command('audit').description('审计日志：检查、导出、检查点');
  audit
    .command('verify')
    .description('检查有没有记录被改动、删除或调换；发现问题时退出码为 1')
    .option('--checkpoints <文件>', '检查点文件，默认为 AUDIT_CHECKPOINT_FILE')
    .option('--json', '以 JSON 输出', false)
    .action(({ checkpoints, json }: { checkpoints?: string; json: boolean }) => verify(checkpoints, json));
  audit
    .command('export')
    .description('导出全部记录')
    .addOption(new Option('--format <格式>', '文件格式').choices(['csv', 'jsonl']).default('jsonl'))
    .option('--output <文件>', '写入新文件；不填则输出到屏幕')
    .action(exportLog);
  audit.command('checkpoint').description('输出当前链尾（JSON），供保存在别处').action(checkpoint);
}
