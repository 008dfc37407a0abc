import { bytesAt, bytesAtEnd, withFile } from './scan-file.js';
import { type ZipListing, listZip } from './list-zip.js';

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 300 * 1024 * 1024;
const END_RECORD_BYTES = 22;
const CONTENT_TYPES = '[Content_Types].xml';
const MAIN = 'wordprocessingml.document.main+xml';

const NOT_WORD = '文件不是完整的 Word 文档（.docx），请在 Word 里另存后再上传';
const ACTIVE = 'Word 文档里有宏、控件、嵌入的文件或外部模板，请去掉后另存为 .docx 再上传';
/** Programs and files inside a document. */
const ACTIVE_PART =
  /vbaProject|activeX|(^|\/)embeddings\/(?!.*\.xlsx$)|\.(exe|dll|js|vbs|bat|cmd|ps1|hta|scr|lnk|html?)$/i;

const isOutside = (name: string): boolean =>
  name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');

/** Starts with the first file and ends with the directory, without a comment: nothing stands before or behind. */
const isBareZip = (path: string): Promise<boolean> =>
  withFile(path, async (file, size) => {
    const head = await bytesAt(file, 0, 4);
    const end = await bytesAtEnd(file, size, END_RECORD_BYTES);
    return head.toString('latin1') === 'PK\x03\x04' && end.toString('latin1', 0, 4) === 'PK\x05\x06';
  });

const isOutsideTemplate = (text: string): boolean =>
  /attachedTemplate|oleObject|\/frame"/i.test(text) && /TargetMode\s*=\s*["']External/i.test(text);

function faultOf({ names, unpacked, texts }: ZipListing): string | null {
  const types = texts.get(CONTENT_TYPES) ?? '';
  if (!types.includes(MAIN) || !names.includes('word/document.xml') || names.some(isOutside)) return NOT_WORD;
  if (names.length > MOST_ENTRIES || unpacked > MOST_UNPACKED)
    return 'Word 文档展开后太大，请压缩图片后再上传';
  if (/macroEnabled/i.test(types) || names.some((name) => ACTIVE_PART.test(name))) return ACTIVE;
  return [...texts.values()].some(isOutsideTemplate) ? ACTIVE : null;
}

/** Why a file that looks like a Word document is refused; null where nothing speaks against it. */
export async function docxFault(path: string): Promise<string | null> {
  if (!(await isBareZip(path))) return NOT_WORD;
  try {
    const wanted = (name: string): boolean => name === CONTENT_TYPES || name.endsWith('.rels');
    return faultOf(await listZip(path, wanted, MOST_ENTRIES));
  } catch {
    return NOT_WORD;
  }
}
