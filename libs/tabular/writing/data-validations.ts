import {
  getClosingTagMarkup,
  getOpeningTagMarkup,
  getSelfClosingTagMarkup,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { columnName, LAST_ROW } from '../column-name.js';
import type { ListValues } from './list-values.sheet.js';
import type { WriteColumn, WriteSheet } from './write-xlsx.types.js';

/** Excel refuses to open a file with more (ECMA-376 part 1, 18.3.1.32: prompt 255, promptTitle 32). */
const PROMPT_LENGTH = 255;
const TITLE_LENGTH = 32;

/** The `dataValidations` element of a sheet; undefined when it has neither lists nor notes. */
export function dataValidationsMarkup(sheet: WriteSheet, lists: ListValues): string | undefined {
  const items = sheet.columns.flatMap((column, index) =>
    validations(sheet, column, columnName(index), lists),
  );
  if (items.length === 0) return undefined;
  const open = getOpeningTagMarkup('dataValidations', { count: items.length });
  return `${open}${items.join('')}${getClosingTagMarkup('dataValidations')}`;
}

function validations(sheet: WriteSheet, column: WriteColumn, letters: string, lists: ListValues): string[] {
  const list = sheet.listValidations?.find(({ header }) => header === column.header);
  const formula = list && lists.formula(list);
  const cells = `${letters}2:${letters}${LAST_ROW}`;
  const note = column.note ? prompt(column.header, column.note) : {};
  if (formula) {
    const rule = {
      type: 'list',
      allowBlank: 1,
      showErrorMessage: list.allowOther ? 0 : 1,
      ...errorText(column),
      ...note,
      sqref: cells,
    };
    const content = `<formula1>${sanitizeTextContent(formula)}</formula1>`;
    return [
      `${getOpeningTagMarkup('dataValidation', rule)}${content}${getClosingTagMarkup('dataValidation')}`,
    ];
  }
  return column.note
    ? [getSelfClosingTagMarkup('dataValidation', { allowBlank: 1, ...note, sqref: cells })]
    : [];
}

function prompt(title: string, note: string): Record<string, string | number> {
  return {
    showInputMessage: 1,
    promptTitle: title.slice(0, TITLE_LENGTH),
    prompt: note.length > PROMPT_LENGTH ? `${note.slice(0, PROMPT_LENGTH - 1)}…` : note,
  };
}

function errorText({ header }: WriteColumn): Record<string, string> {
  return { errorTitle: header.slice(0, TITLE_LENGTH), error: '请从下拉列表中选择。' };
}
