import { ApiProperty } from '@nestjs/swagger';
import { type Page, PageOf } from '../../common/page.view.js';
import { FieldChangeView } from '../../reviews/draft.view.js';
import { IMPORT_OUTCOMES, type ImportOutcome } from '../../reviews/import.terms.js';
import { IMPORT_KINDS, type ImportKind } from '../import-kind.js';
import { ImportFault } from '../import-report.js';

/** What an import does to one record of the file, or would do. */
export class ImportChangeView {
  @ApiProperty({ enum: IMPORT_KINDS }) kind!: ImportKind;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: IMPORT_OUTCOMES }) outcome!: ImportOutcome;
  @ApiProperty({ nullable: true, type: String, description: '为什么没有导入' }) reason!: string | null;
  @ApiProperty() file!: string;
  @ApiProperty({ description: '工作表，或 JSON 中的列表' }) sheet!: string;
  @ApiProperty({ description: 'Excel 行号；JSON 为第几条' }) row!: number;
  @ApiProperty({ nullable: true, type: String }) draftId!: string | null;
  @ApiProperty({ type: [FieldChangeView], description: '只在检查时列出；长文字只列不同之处' })
  fields!: FieldChangeView[];
}

export class ImportChangePage extends PageOf(ImportChangeView) {}

/** How many records each outcome has. */
export class ImportOutcomeCounts implements Record<ImportOutcome, number> {
  @ApiProperty() created = 0;
  @ApiProperty() updated = 0;
  @ApiProperty() unchanged = 0;
  @ApiProperty({ description: '正在审核，没有改动' }) 'in-review' = 0;
  @ApiProperty() refused = 0;
}

/** The counts of each kind. */
export class ImportOutcomesByKind implements Record<ImportKind, ImportOutcomeCounts> {
  @ApiProperty({ type: ImportOutcomeCounts }) departments = new ImportOutcomeCounts();
  @ApiProperty({ type: ImportOutcomeCounts }) topics = new ImportOutcomeCounts();
  @ApiProperty({ type: ImportOutcomeCounts }) policies = new ImportOutcomeCounts();
  @ApiProperty({ type: ImportOutcomeCounts }) clauses = new ImportOutcomeCounts();
}

/** What an import into drafts did, or would do. */
export class StaffImportReport {
  @ApiProperty({ description: '是否已写入' }) saved = false;
  @ApiProperty() dryRun = false;
  @ApiProperty() partial = false;
  @ApiProperty({ description: '检查时看到的全部变化的摘要；导入时带上，就只导入看到的' }) plan = '';
  @ApiProperty({ type: ImportOutcomesByKind }) counts = new ImportOutcomesByKind();
  @ApiProperty({ description: '错误总数' }) faultCount = 0;
  @ApiProperty({ type: [ImportFault], description: '最多 1000 条' }) faults: ImportFault[] = [];
  @ApiProperty({ type: [String], description: '不妨碍导入、但应当知道的事' }) notices: string[] = [];
  @ApiProperty({ description: '没有填写主题、由系统推荐的条款数' }) suggestedCount = 0;
  @ApiProperty({ type: ImportChangePage }) changes!: Page<ImportChangeView>;
}
