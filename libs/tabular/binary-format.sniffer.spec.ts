import { describe, expect, it } from '@jest/globals';
import { read, refusal } from './testing/read.js';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function compoundFile(stream: string): Buffer {
  return Buffer.concat([COMPOUND, Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);
}

describe('files that are mistaken for tables', () => {
  it.each([
    ['file.encrypted', compoundFile('EncryptedPackage')],
    ['file.legacy_xls', compoundFile('Workbook')],
    ['file.office_document', compoundFile('WordDocument')],
    ['file.legacy_xls', Buffer.from('0904060000001000', 'hex')],
    ['file.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['file.image_or_archive', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['file.image_or_archive', Buffer.from('Rar!\u001a\u0007')],
    ['file.html', Buffer.from('\uFEFF <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ['file.html', Buffer.from('<?xml version="1.0"?><!DOCTYPE html><html>')],
    ['file.html', Buffer.from('<!-- 导出 --><table><tr><td>甲</td></tr></table>')],
    ['file.html', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
    [
      'file.xml',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    ],
    ['file.binary', Buffer.from([0, 1, 2, 3, 250, 251])],
    ['file.empty', Buffer.alloc(0)],
    ['file.no_rows', Buffer.from('\uFEFF\r\n,,\r\n')],
  ])('are refused as %s', async (code, bytes) => {
    expect(await refusal(read(bytes, '政策.xls'))).toBe(code);
  });

  it('say in Chinese what to do', async () => {
    await expect(read(compoundFile('Workbook'))).rejects.toThrow('另存为“Excel 工作簿 (.xlsx)”');
  });
});
