import { describe, expect, it } from '@jest/globals';
import { attachmentDisposition, safeFileName } from './safe-file-name.js';

describe('safeFileName', () => {
  it.each([
    ['申请表.docx', '申请表.docx'],
    ['../../etc/passwd', 'passwd.docx'],
    ['..\\..\\windows\\win.ini', 'win.docx'],
    ['page.html', 'page.docx'],
    ['a\u202Efdp.exe', 'afdp.docx'],
    ['a"b\r\nSet-Cookie: x.docx', 'a bSet-Cookie  x.docx'],
    ['....', '附件.docx'],
    ['', '附件.docx'],
    ['\u0000.docx', '附件.docx'],
  ])('makes %j %j', (given, safe) => {
    expect(safeFileName(given, 'docx')).toBe(safe);
  });

  it('cuts long names', () => {
    expect(safeFileName('长'.repeat(300), 'pdf')).toBe(`${'长'.repeat(120)}.pdf`);
  });
});

describe('attachmentDisposition', () => {
  it('saves the file, with its name in a form that all browsers read', () => {
    expect(attachmentDisposition("表(1)'.pdf", 'pdf')).toBe(
      `attachment; filename="attachment.pdf"; filename*=UTF-8''%E8%A1%A8%281%29%27.pdf`,
    );
  });
});
