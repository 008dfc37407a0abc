import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { dataValidationsMarkup } from './data-validations.js';
import { LIST_SHEET_NAME, type ListValues } from './list-values.sheet.js';
import type { WriteSheet } from './write-xlsx.types.js';

const SHEET_PART = 'xl/worksheets/sheet{id}.xml';

/** Adds what write-excel-file lacks: drop-down lists, notes, and the hidden sheet that lists come from. */
export function templateFeature(
  sheets: readonly WriteSheet[],
  lists: ListValues,
): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        [SHEET_PART]: {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            const markup = sheet && dataValidationsMarkup(sheet, lists);
            return markup ? insertInOrder(xml, markup) : xml;
          },
        },
        'xl/workbook.xml': {
          transformElementAttributes: (element, attributes) =>
            element === 'sheet' && attributes['name'] === LIST_SHEET_NAME
              ? { ...attributes, state: 'hidden' }
              : attributes,
        },
      },
    },
  };
}

/** Excel calls a sheet damaged whose elements stand in another order than the schema's. */
function insertInOrder(xml: string, markup: string): string {
  const order = getOrderOfSiblings(SHEET_PART, 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
}
