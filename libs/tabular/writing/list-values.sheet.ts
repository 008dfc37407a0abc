import { columnName } from '../column-name.js';
import type { ListValidation, WriteSheet } from './write-xlsx.types.js';

/** Name of the hidden sheet that holds what drop-down lists offer. */
export const LIST_SHEET_NAME = '选项';

/**
 * The drop-down lists of a workbook. All stand on one hidden sheet, a column each: a list written into the
 * validation itself may have 255 characters only, and no commas within its values.
 */
export class ListValues {
  private readonly lists: ListValidation[];

  constructor(sheets: readonly WriteSheet[]) {
    this.lists = sheets
      .flatMap(({ listValidations = [] }) => listValidations)
      .filter((list) => list.values.length > 0);
  }

  get isEmpty(): boolean {
    return this.lists.length === 0;
  }

  /** Formula for the cells that hold the list; undefined when the list is empty. */
  formula(list: ListValidation): string | undefined {
    const index = this.lists.indexOf(list);
    if (index < 0) return undefined;
    const column = columnName(index);
    return `'${LIST_SHEET_NAME}'!$${column}$1:$${column}$${list.values.length}`;
  }

  /** Rows of the hidden sheet. */
  rows(): (string | null)[][] {
    const height = Math.max(0, ...this.lists.map(({ values }) => values.length));
    return Array.from({ length: height }, (_, row) => this.lists.map(({ values }) => values[row] ?? null));
  }
}
