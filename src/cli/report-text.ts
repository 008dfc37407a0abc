import { IMPORT_KIND_LABELS, IMPORT_KINDS } from '../imports/import-kind.js';
import type { ImportFault, ImportReport } from '../imports/import-report.js';

/** A screenful; `--json` has more. */
const FAULTS_SHOWN = 50;
const NOTICES_SHOWN = 20;

function placeOf({ file, sheet, row, column, header }: ImportFault): string {
  const cell = [column && `${column} 列`, header && header !== column && `“${header}”`]
    .filter(Boolean)
    .join('');
  return `${file}“${sheet}”第 ${row} 行${cell ? ` ${cell}` : ''}`;
}

const faultLine = (fault: ImportFault): string =>
  `  ${placeOf(fault)}${fault.value ? `：“${fault.value.replaceAll('\n', '⏎')}”` : ''}\n      ${fault.message}`;

function limited(lines: string[], shown: number, what: string): string[] {
  if (lines.length <= shown) return lines;
  return [...lines.slice(0, shown), `  另有 ${lines.length - shown} ${what}，加上 --json 查看`];
}

function outcome({ saved, dryRun, faultCount, partial }: ImportReport): string {
  if (saved) return faultCount > 0 ? '已导入没有错误的内容，有错误的没有导入。' : '导入完成。';
  if (dryRun) return '试运行，没有写入任何内容。';
  if (partial) return '错误过多，没有写入任何内容。请先改正上面的错误。';
  return '有错误，没有写入任何内容。请改正后重新导入；加上 --partial 可以先导入没有错误的内容。';
}

/** The report as people read it on a terminal. */
export function reportText(report: ImportReport): string {
  const counts = IMPORT_KINDS.map((kind) => ({ kind, ...report.counts[kind] }))
    .filter(({ created, updated, unchanged, refused }) => created + updated + unchanged + refused > 0)
    .map(
      ({ kind, created, updated, unchanged, refused }) =>
        `${IMPORT_KIND_LABELS[kind]}：新增 ${created}，修改 ${updated}，不变 ${unchanged}，未导入 ${refused}`,
    );
  const { faults, faultCount, notices, suggestedCount } = report;
  const suggested =
    suggestedCount > 0
      ? [`${suggestedCount} 条条款没有填写主题，已按标题和扶持内容推荐；加上 --json 查看`]
      : [];
  return [
    ...(faultCount > 0 ? [`发现 ${faultCount} 处错误：`] : []),
    ...faults.slice(0, FAULTS_SHOWN).map(faultLine),
    ...(faultCount > FAULTS_SHOWN ? [`  另有 ${faultCount - FAULTS_SHOWN} 处错误，加上 --json 查看`] : []),
    ...limited(
      [...notices, ...suggested].map((notice) => `注意：${notice}`),
      NOTICES_SHOWN,
      '条提醒',
    ),
    ...counts,
    outcome(report),
    '',
  ].join('\n');
}
