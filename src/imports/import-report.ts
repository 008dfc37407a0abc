import { ApiProperty } from '@nestjs/swagger';
import { SaveCounts } from '../common/save-report.js';

/** How many records of one kind came in, and how many did not. */
export class ImportCounts extends SaveCounts {
  @ApiProperty({ description: '因有错误没有导入' }) refused = 0;
}

/** The counts of each kind. */
export class ImportCountsByKind {
  @ApiProperty({ type: ImportCounts }) departments = new ImportCounts();
  @ApiProperty({ type: ImportCounts }) topics = new ImportCounts();
  @ApiProperty({ type: ImportCounts }) policies = new ImportCounts();
  @ApiProperty({ type: ImportCounts }) clauses = new ImportCounts();
}

/** One fault at one place of a file. */
export class ImportFault {
  @ApiProperty() file!: string;
  @ApiProperty({ description: '工作表，或 JSON 中的列表' }) sheet!: string;
  @ApiProperty({ description: 'Excel 行号；JSON 为第几条' }) row!: number;
  @ApiProperty({ nullable: true, type: String, description: 'Excel 列号；JSON 为字段' }) column!:
    string | null;
  @ApiProperty({ nullable: true, type: String, description: '表头' }) header!: string | null;
  @ApiProperty({ nullable: true, type: String, description: '单元格内容，最多 60 个字' }) value!:
    string | null;
  @ApiProperty({ description: '哪里不对，怎么改' }) message!: string;
}

/** Topics that were suggested for a clause which named none. */
export class SuggestedTopics {
  @ApiProperty() clause!: string;
  @ApiProperty({ type: [String] }) topics!: string[];
}

/** What an import did, or would have done. */
export class ImportReport {
  @ApiProperty({ description: '是否已写入；为否时 counts 是本来会发生的' }) saved = false;
  @ApiProperty() dryRun = false;
  @ApiProperty() partial = false;
  @ApiProperty() silent = false;
  @ApiProperty({ type: ImportCountsByKind }) counts = new ImportCountsByKind();
  @ApiProperty({ description: '错误总数' }) faultCount = 0;
  @ApiProperty({ type: [ImportFault], description: '最多 1000 条' }) faults: ImportFault[] = [];
  @ApiProperty({ type: [String], description: '不妨碍导入、但应当知道的事' }) notices: string[] = [];
  @ApiProperty({ description: '没有填写主题、由系统推荐的条款数' }) suggestedCount = 0;
  @ApiProperty({ type: [SuggestedTopics], description: '最多 1000 条' }) suggested: SuggestedTopics[] = [];
}

/** How many faults and suggestions a report lists; all are counted. */
export const REPORTED_AT_MOST = 1000;
