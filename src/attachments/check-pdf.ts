import { bytesAt, bytesAtEnd, occursIn, withFile } from './scan-file.js';

/** Where readers look for the end (ISO 32000-1, annex H). */
const END_ZONE = 1024;
/** A ZIP directory may end this far before the end of the file. */
const ZIP_ZONE = 66_000;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');

/** What runs something or carries files, as far as it stands in the open. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

/** Names in PDF may hide letters: /J#61vaScript. */
const unescapeNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Why a file that looks like a PDF is refused; null where nothing speaks against it. */
export async function pdfFault(path: string): Promise<string | null> {
  const frame = await withFile(path, async (file, size) => ({
    head: await bytesAt(file, 0, 5),
    tail: await bytesAtEnd(file, size, END_ZONE),
    zipZone: await bytesAtEnd(file, size, ZIP_ZONE),
  }));
  if (frame.head.toString('latin1') !== '%PDF-' || !frame.tail.includes('%%EOF'))
    return 'PDF 文件不完整，请重新导出后再上传';
  if (frame.zipZone.includes(ZIP_END)) return '文件里混有别的内容，请重新导出为普通 PDF 后再上传';
  if (await occursIn(path, ACTIVE, unescapeNames))
    return 'PDF 里有脚本、程序或嵌入的文件，请另存为普通 PDF（打印为 PDF）后再上传';
  return null;
}
