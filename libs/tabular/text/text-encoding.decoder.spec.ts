import { describe, expect, it } from '@jest/globals';
import { cellsOf, firstSheet, read, refusal } from '../testing/read.js';

const TEXT = '编码,名称\na,政策\n';
/** The same text in GB18030. */
const GB18030 = Buffer.from('b1e0c2eb2cc3fbb3c60a612cd5feb2df0a', 'hex');
const BOM = '\uFEFF';

describe('text encodings', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(BOM + TEXT)],
    ['utf-16le', Buffer.from(BOM + TEXT, 'utf16le')],
    ['utf-16be', Buffer.from(BOM + TEXT, 'utf16le').swap16()],
    ['gb18030', GB18030],
  ])('reads %s', async (encoding, bytes) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(cellsOf(firstSheet(file))).toEqual([{ 编码: 'a', 名称: '政策' }]);
  });

  it('reads the four-byte characters of GB18030', async () => {
    // 㐀 U+3400 is 8139EE39.
    const file = await read(Buffer.concat([GB18030, Buffer.from('622c8139ee390a', 'hex')]));
    expect(firstSheet(file).rows[1]?.cells['名称']).toBe('㐀');
  });

  it('names the line where UTF-8 is damaged instead of reading it as GB18030', async () => {
    const text = Buffer.from(`编码,名称\n${'a,鼓励企业\n'.repeat(20)}`);
    const damaged = Buffer.concat([text, Buffer.from([0x62, 0x2c, 0xe6, 0x94, 0x0a])]);
    await expect(read(damaged)).rejects.toMatchObject({ code: 'file.encoding_damaged' });
    await expect(read(damaged)).rejects.toThrow('第 22 行');
  });

  it('refuses UTF-16 without mark, other encodings and rubbish, each by its code', async () => {
    expect(await refusal(read(Buffer.from(`${TEXT}b,一般\n`, 'utf16le')))).toBe('file.encoding');
    expect(await refusal(read(Buffer.from(TEXT, 'utf16le').swap16()))).toBe('file.encoding');
    expect(await refusal(read(Buffer.from('code,name\na,b\n', 'utf16le')))).toBe('file.encoding');
    expect(await refusal(read(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a])))).toBe('file.encoding');
    expect(await refusal(read(Buffer.from([0x61, 0x00, 0x00, 0x13, 0x00, 0xff])))).toBe('file.binary');
    expect(await refusal(read('a,b\n\u0001,2'))).toBe('file.binary');
  });
});
