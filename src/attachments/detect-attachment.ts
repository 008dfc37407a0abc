import { fileTypeFromFile } from 'file-type';
import type { AttachmentType } from './attachment.labels.js';
import { docxFault } from './check-docx.js';
import { imageFault } from './check-image.js';
import { pdfFault } from './check-pdf.js';
import { AttachmentRefusedError } from './attachment.errors.js';

const CHECKS: Record<AttachmentType, (path: string) => Promise<string | null>> = {
  pdf: pdfFault,
  docx: docxFault,
  png: (path) => imageFault(path, 'png'),
  jpg: (path) => imageFault(path, 'jpg'),
};

const isAllowed = (type: string | undefined): type is AttachmentType => type !== undefined && type in CHECKS;

/**
 * What a file is, told by its content; its name and what the browser said do not count.
 * @throws AttachmentRefusedError where it is none of the allowed kinds, carries something active, or is two things at once
 */
export async function detectAttachment(path: string): Promise<AttachmentType> {
  const type = (await fileTypeFromFile(path))?.ext;
  if (!isAllowed(type))
    throw new AttachmentRefusedError('只能上传 PDF、Word 文档（.docx）和图片（PNG、JPG），请转换后再上传');
  const fault = await CHECKS[type](path);
  if (fault) throw new AttachmentRefusedError(fault);
  return type;
}
