import { AUDIENCE_LABELS, CHANNEL_LABELS, SUPPORT_KIND_LABELS } from '../clauses/clause.labels.js';
import { RECORD_STATUS_LABELS } from '../clauses/clause.record.js';
import { POLICY_LEVEL_LABELS, POLICY_STATUS_LABELS } from '../policies/policy.labels.js';
import {
  type CellReader,
  readCode,
  readCodeList,
  readDate,
  readJson,
  readLines,
  readList,
  readMaterials,
  readNames,
  readNumber,
  readSteps,
  readText,
} from './cell-reading.js';
import type { ImportKind } from './import-kind.js';

/** One column of a table that people fill, and the field of the record that it means. */
export interface RecordColumn {
  /** Chinese header. */
  header: string;
  /** Path in the record, e.g. `amount.min`. */
  field: string;
  read: CellReader;
  /** Shown in the template when a cell of the column is selected. */
  note?: string;
  required?: boolean;
  /** Values to choose from in the template. */
  choices?: readonly string[];
}

type Extras = Pick<RecordColumn, 'note' | 'required' | 'choices'>;

const column = (header: string, field: string, read: CellReader, extras: Extras = {}): RecordColumn => ({
  header,
  field,
  read,
  ...extras,
});
const required = true;
const choose = (labels: Record<string, string>): Extras => ({ choices: Object.values(labels) });
const CODE_NOTE = '字母、数字、-、_，最长 64 个字符；同一编码再次导入即为修改';
const LIST_NOTE = '多个用顿号、逗号或换行分开';
const DATE_NOTE = '例如 2024-01-05；2024/1/5、2024年1月5日也可以';
const REGION_NOTE = '六位行政区划代码，例如 420800；全国填 000000';

const DEPARTMENT_COLUMNS = [
  column('部门编码', 'code', readCode, { required, note: CODE_NOTE }),
  column('部门名称', 'name', readText, { required }),
  column('简称', 'shortName', readText),
  column('行政区划代码', 'region', readCode, { required, note: REGION_NOTE }),
  column('电话', 'phones', readList, { note: LIST_NOTE }),
  column('地址', 'address', readText),
];

const TOPIC_COLUMNS = [
  column('主题编码', 'code', readCode, { required, note: CODE_NOTE }),
  column('主题分组', 'group', readText, { required }),
  column('主题名称', 'name', readText, { required }),
  column('主题说明', 'description', readText),
  column('别名', 'aliases', readList, { note: `群众平时的说法，用来推荐主题；${LIST_NOTE}` }),
];

const POLICY_COLUMNS = [
  column('政策编码', 'code', readCode, { required, note: CODE_NOTE }),
  column('政策标题', 'title', readText, { required }),
  column('责任部门', 'department', readText, { note: '由哪个部门维护：编码、名称或简称；不填为保持原样' }),
  column('文号', 'documentNumber', readText, { note: '例如 鄂政办发〔2021〕44号' }),
  column('发文机关', 'issuingBodies', readList, { note: LIST_NOTE }),
  column('政策层级', 'level', readText, { required, ...choose(POLICY_LEVEL_LABELS) }),
  column('行政区划代码', 'region', readCode, { required, note: REGION_NOTE }),
  column('发文日期', 'issuedOn', readDate, { note: DATE_NOTE }),
  column('生效日期', 'effectiveFrom', readDate, { note: DATE_NOTE }),
  column('失效日期', 'effectiveTo', readDate, { note: DATE_NOTE }),
  column('状态', 'status', readText, { note: '不填为已发布', ...choose(POLICY_STATUS_LABELS) }),
  column('原文网址', 'sourceUrl', readText),
  column('摘要', 'summary', readText),
  column('正文', 'body', readText),
];

const CLAUSE_COLUMNS = [
  column('条款编码', 'code', readCode, { required, note: CODE_NOTE }),
  column('责任部门', 'department', readText, { required, note: '部门编码、名称或简称' }),
  column('所属政策', 'policy', readText, { required, note: '政策编码、文号或标题' }),
  column('序号', 'ordinal', readNumber, { required, note: '从 1 开始，同一政策内不重复' }),
  column('条款标题', 'title', readText, { required, note: '最多 120 个字' }),
  column('适用对象', 'audience', readText, { required, ...choose(AUDIENCE_LABELS) }),
  column('扶持方式', 'supportKind', readText, { required, ...choose(SUPPORT_KIND_LABELS) }),
  column('扶持内容', 'benefit', readText, { required }),
  column('最低金额', 'amount.min', readNumber, { note: '政策没有写金额的不填' }),
  column('最高金额', 'amount.max', readNumber, { note: '政策没有写金额的不填' }),
  column('金额单位', 'amount.unit', readText, { note: '元、万元、% 等' }),
  column('计算单位', 'amount.per', readText, { note: '人、户、年 等' }),
  column('申请条件', 'conditions', readLines, { note: '一行一条' }),
  column('资格规则', 'eligibility', readJson, {
    note: '可以不填。JSON，写法见 docs/eligibility.md；每个条件都要引用申请条件中的原文',
  }),
  column('申请材料', 'materials', readMaterials, { note: '一行一份：名称｜说明' }),
  column('办理流程', 'steps', readSteps, { note: '一行一步：环节｜办理人｜工作日' }),
  column('办理时限（工作日）', 'timeLimitDays', readNumber),
  column('办理方式', 'channels', readList, {
    note: `${Object.values(CHANNEL_LABELS).join('、')}；${LIST_NOTE}`,
  }),
  column('网上办理地址', 'onlineUrl', readText),
  column('窗口地址', 'windowAddress', readText),
  column('咨询电话', 'phone', readText),
  column('申报开始', 'applyFrom', readDate, { note: DATE_NOTE }),
  column('申报截止', 'applyTo', readDate, { note: DATE_NOTE }),
  column('主题', 'topics', readNames, {
    note: '主题编码或名称，多个用逗号、分号或换行分开；不填时按标题和内容推荐',
  }),
  column('关键词', 'keywords', readList, { note: LIST_NOTE }),
  column('适用区域', 'regions', readCodeList, { note: `行政区划代码；不填为责任部门所在区域。${LIST_NOTE}` }),
  column('相关条款', 'related', readCodeList, { note: `条款编码；${LIST_NOTE}` }),
  column('状态', 'status', readText, { note: '不填为已发布', ...choose(RECORD_STATUS_LABELS) }),
];

/** The columns of each kind, in the order of the template. Source: docs/design.md, "Records". */
export const RECORD_COLUMNS: Record<ImportKind, readonly RecordColumn[]> = {
  departments: DEPARTMENT_COLUMNS,
  topics: TOPIC_COLUMNS,
  policies: POLICY_COLUMNS,
  clauses: CLAUSE_COLUMNS,
};

/** Columns by header and by field. */
const BY_NAME = new Map(
  Object.entries(RECORD_COLUMNS).map(([kind, columns]) => [
    kind,
    new Map(columns.flatMap((known) => [known.field, known.header].map((name) => [name, known] as const))),
  ]),
);

/** The column that a header or a field name means; JSON may hold a whole `amount`. */
export const findColumn = (kind: ImportKind, name: string): RecordColumn | undefined =>
  BY_NAME.get(kind)?.get(name);
