import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { ImportsModule } from '../../src/imports/imports.module.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { StaffImportsModule } from '../../src/imports/review/staff-imports.module.js';
import { StaffImportsService } from '../../src/imports/review/staff-imports.service.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { StaffAccountsService } from '../../src/staff/staff-accounts.service.js';
import { StaffDirectory } from '../../src/staff/staff-directory.service.js';
import { StaffModule } from '../../src/staff/staff.module.js';
import { StaffRepository } from '../../src/staff/staff.repository.js';
import { startMariadb } from '../support/mariadb-server.js';
import { createTestDatabase } from '../support/test-database.js';
import { bareInsertSeconds } from './bare-insert.js';
import { clauseWorkbook } from './clause-table.js';

const FILE = '条款.xlsx';

interface ReviewedImport {
  /** Reading, comparing and listing what would change. */
  previewSeconds: number;
  /** The same again, and making drafts. */
  draftsSeconds: number;
}

interface Measured extends ReviewedImport {
  database: string;
  rows: number;
  seconds: number;
  /** Processor time of the import: what remains comparable on a busy machine. */
  cpuSeconds: number;
  rowsPerSecond: number;
  repeatSeconds: number;
  bareInsertSeconds: number;
  ratio: number;
  peakMegabytes: number;
}

async function importOnce(
  config: AppConfig,
  buffer: Buffer,
): Promise<{ seconds: number; cpuSeconds: number }> {
  return withApplication(config, [ImportsModule, NotificationsModule], async (application) => {
    const started = performance.now();
    const cpu = process.cpuUsage();
    const report = await application
      .get(ImportsService)
      .import([{ name: FILE, source: { buffer, fileName: FILE } }]);
    if (!report.saved) throw new Error(`not imported: ${JSON.stringify(report.faults.slice(0, 3))}`);
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
  });
}

/** The way of the console: a preview, then drafts, by somebody who may do so everywhere. */
async function importIntoReview(config: AppConfig, buffer: Buffer): Promise<ReviewedImport> {
  const features = [StaffModule, StaffImportsModule, NotificationsModule];
  return withApplication(config, features, async (application) => {
    const staff = application.get(StaffAccountsService, { strict: false });
    await staff.create('importer', 'correct horse battery', [{ role: 'administrator' }]);
    const stored = await application.get(StaffRepository, { strict: false }).findByUsername('importer');
    const member = await application.get(StaffDirectory, { strict: false }).find(stored?.id ?? '');
    if (!member) throw new Error('nobody');
    const run = async (dryRun: boolean, plan: string | null): Promise<{ seconds: number; plan: string }> => {
      const started = performance.now();
      const options = { dryRun, plan, partial: false, page: 1, pageSize: 50, outcome: null };
      const report = await application
        .get(StaffImportsService)
        .import({ name: FILE, source: { buffer, fileName: FILE } }, options, member);
      if (report.faultCount > 0 || report.saved === dryRun) throw new Error(JSON.stringify(report.faults));
      return { seconds: (performance.now() - started) / 1000, plan: report.plan };
    };
    const preview = await run(true, null);
    const drafts = await run(false, preview.plan);
    return { previewSeconds: preview.seconds, draftsSeconds: drafts.seconds };
  });
}

async function measure(rows: number): Promise<Measured> {
  const buffer = await clauseWorkbook(rows);
  const [first, second, third] = [
    await createTestDatabase(),
    await createTestDatabase(),
    await createTestDatabase(),
  ];
  try {
    const config = Object.assign(new AppConfig(), first.config);
    const { seconds, cpuSeconds } = await importOnce(config, buffer);
    const { seconds: repeatSeconds } = await importOnce(config, buffer);
    const bare = await bareInsertSeconds(config, Object.assign(new AppConfig(), second.config));
    const reviewed = await importIntoReview(Object.assign(new AppConfig(), third.config), buffer);
    return {
      ...reviewed,
      database: first.kind,
      rows,
      seconds,
      cpuSeconds,
      rowsPerSecond: rows / seconds,
      repeatSeconds,
      bareInsertSeconds: bare,
      ratio: seconds / bare,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await first.drop();
    await second.drop();
    await third.drop();
  }
}

function print(result: Measured): void {
  const seconds = (value: number): string => `${value.toFixed(2)} 秒`;
  console.log(
    [
      `${result.rows} 条条款，${result.database}`,
      `导入　　　　　${seconds(result.seconds)}，每秒 ${Math.round(result.rowsPerSecond)} 条（处理器 ${seconds(result.cpuSeconds)}）`,
      `再次导入　　　${seconds(result.repeatSeconds)}（没有变化）`,
      `只插入同样的行 ${seconds(result.bareInsertSeconds)}，导入是它的 ${result.ratio.toFixed(1)} 倍`,
      `经审核：预览 ${seconds(result.previewSeconds)}，生成稿件 ${seconds(result.draftsSeconds)}`,
      `内存最高　　　${Math.round(result.peakMegabytes)} MB（含生成文件）`,
    ].join('\n'),
  );
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    db: { type: 'string', default: 'sqlite' },
    json: { type: 'boolean', default: false },
  },
});
const server = values.db === 'sqlite' ? null : await startMariadb();
try {
  process.env.TEST_DATABASE = server ? 'mariadb' : 'sqlite';
  if (server) process.env.TEST_MARIADB_URL = server.url;
  const result = await measure(Number(values.rows));
  if (values.json) console.log(JSON.stringify(result));
  else print(result);
} finally {
  await server?.stop();
}
