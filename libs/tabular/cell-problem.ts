import type { TableFaultCode } from './table-fault.js';

const MESSAGES = {
  'cell.too_long': '内容过长，超过 Excel 单元格的上限 32,767 个字符。请缩短，或拆成几条。',
  'cell.formula_error': '公式出错。请改为具体内容，再保存上传。',
  'cell.formula_without_result': '公式没有结果。请用 Excel 或 WPS 打开，重新保存后再上传。',
  'cell.digits_lost': '数字超过 15 位，Excel 已丢失末尾几位。请把这一列设为“文本”格式后重新输入。',
  'cell.unreadable': '单元格内容无法读取。请重新填写这一格。',
} satisfies Partial<Record<TableFaultCode, string>>;

export type CellProblemCode = keyof typeof MESSAGES;

/** Stands in a row in place of a value that could not be had; becomes a fault once the header is known. */
export class CellProblem {
  constructor(
    readonly code: CellProblemCode,
    readonly raw: unknown,
  ) {}

  get message(): string {
    return MESSAGES[this.code];
  }
}
