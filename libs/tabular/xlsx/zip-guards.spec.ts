import { describe, expect, it } from '@jest/globals';
import { read, refusal } from '../testing/read.js';
import { buildWorkbook, textRow, workbookParts } from '../testing/workbook.builder.js';
import { buildZip, type ZipEntrySpec } from '../testing/zip.builder.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const MEBIBYTE = 1024 * 1024;

function parts(): ZipEntrySpec[] {
  return workbookParts({ sheets: [{ name: '表', rows: textRow(1, ['甲']) + textRow(2, ['1']) }] });
}

/** The workbook with one part's entry changed. */
function altered(name: string, change: Partial<ZipEntrySpec>): Buffer {
  return buildZip(parts().map((part) => (part.name === name ? { ...part, ...change } : part)));
}

describe('guards around the ZIP', () => {
  it('takes the unaltered workbook', async () => {
    expect((await read(buildZip(parts()))).sheets).toHaveLength(1);
  });

  it('refuses by the directory what would unpack to too much', async () => {
    const zip = buildZip([...parts(), { name: 'xl/media/a.bin', data: 'x', claimedSize: 201 * MEBIBYTE }]);
    expect(await refusal(read(zip))).toBe('file.zip_bomb');
  });

  it('adds up the sizes of many entries', async () => {
    const many = Array.from({ length: 5 }, (_, at) => ({ name: `m${at}`, data: 'x'.repeat(400_000) }));
    const limits = { maxUncompressedBytes: 1_500_000 };
    expect(await refusal(read(buildZip([...parts(), ...many]), 'a', { limits }))).toBe('file.zip_bomb');
  });

  it('refuses an entry packed far more tightly than tables are', async () => {
    const zip = altered(SHEET, { data: `<worksheet>${' '.repeat(4 * MEBIBYTE)}</worksheet>` });
    expect(await refusal(read(zip))).toBe('file.zip_bomb');
  });

  it('stops at the promised size when the directory lies', async () => {
    const data = `<worksheet>${' '.repeat(4 * MEBIBYTE)}</worksheet>`;
    expect(await refusal(read(altered(SHEET, { data, claimedSize: 1000 })))).toBe('file.zip_bomb');
  });

  it('refuses too many entries', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => ({ name: `m${at}`, data: '' }));
    expect(await refusal(read(buildZip([...parts(), ...many])))).toBe('file.zip_bomb');
  });

  it('refuses two parts of one name', async () => {
    const twin = { name: SHEET.toUpperCase(), data: '<worksheet/>' };
    expect(await refusal(read(buildZip([...parts(), twin])))).toBe('file.damaged');
  });

  it('refuses a part that is shorter than promised, or whose checksum is wrong', async () => {
    expect(await refusal(read(altered(SHEET, { claimedSize: 100_000 })))).toBe('file.damaged');
    expect(await refusal(read(altered(SHEET, { claimedChecksum: 1 })))).toBe('file.damaged');
  });

  it('refuses cut-off files and cut-off XML', async () => {
    const zip = buildZip(parts());
    expect(await refusal(read(zip.subarray(0, zip.length - 40)))).toBe('file.damaged');
    expect(await refusal(read(altered(SHEET, { data: '<worksheet><sheetData>' })))).toBe('file.damaged');
  });

  it('refuses entries with a password, and names that leave the package', async () => {
    expect(await refusal(read(altered(SHEET, { flags: 1 })))).toBe('file.encrypted');
    expect(await refusal(read(buildZip([...parts(), { name: '../a', data: '' }])))).toBe('file.damaged');
  });

  it('is not exhausted by one cell in the last corner of the sheet', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const zip = buildWorkbook({ sheets: [{ name: '表', rows: textRow(1, ['甲']) + far }] });
    expect(await refusal(read(zip))).toBe('file.too_many_columns');
  });

  it('refuses cells that no sheet has', async () => {
    for (const ref of ['ZZZ1', 'A0', '1A', 'A99999999']) {
      const rows = `<row r="1"><c r="${ref}"><v>1</v></c></row>`;
      expect(await refusal(read(buildWorkbook({ sheets: [{ name: '表', rows }] })))).toBe('file.damaged');
    }
  });
});
