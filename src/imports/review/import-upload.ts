import type { FastifyRequest } from 'fastify';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import { DomainError } from '../../common/domain.error.js';
import { IMPORT_OUTCOMES } from '../../reviews/import.terms.js';
import { NoFileError, UploadRefusedError, UploadTooLargeError } from '../import.errors.js';
import type { ImportSource } from '../import-source.js';
import { readImportMap } from '../map/read-import-map.js';
import type { StaffImportOptions } from './staff-import.options.js';

const MEBIBYTE = 1024 * 1024;
/** A preview shows every field of its records; a result only names them. */
const PAGE_SIZE = { preview: 50, result: 1000 };

/** What a form brought. */
export interface ImportUpload {
  source: ImportSource;
  options: StaffImportOptions;
}

/** Collects the parts of one form. */
class UploadReader {
  private source: ImportSource | null = null;
  private map: StaffImportOptions['map'] = null;
  private readonly texts = new Map<string, string>();

  async addFile(part: MultipartFile): Promise<void> {
    const buffer = await part.toBuffer();
    const name = part.filename || '上传的文件';
    if (part.fieldname === 'file') this.source = { name, source: { buffer, fileName: name } };
    else if (part.fieldname === 'map') this.addMap(buffer.toString('utf8'));
  }

  addField({ fieldname, value }: MultipartValue): void {
    if (typeof value !== 'string') return;
    if (fieldname === 'map') this.addMap(value);
    else this.texts.set(fieldname, value);
  }

  finish(): ImportUpload {
    if (!this.source) throw new NoFileError();
    const dryRun = this.flag('dryRun');
    const outcome = this.texts.get('outcome') ?? '';
    const known = IMPORT_OUTCOMES.find((one) => one === outcome) ?? null;
    if (outcome !== '' && known === null)
      throw new UploadRefusedError(`outcome 应为 ${IMPORT_OUTCOMES.join('、')}`);
    const options = {
      map: this.map,
      dryRun,
      partial: this.flag('partial'),
      plan: this.texts.get('plan') || null,
      page: this.number('page', 1, 10_000),
      pageSize: this.number('pageSize', dryRun ? PAGE_SIZE.preview : PAGE_SIZE.result, PAGE_SIZE.result),
      outcome: known,
    };
    return { source: this.source, options };
  }

  private flag(name: string): boolean {
    const value = this.texts.get(name) ?? '';
    if (value === 'true' || value === '1' || value === 'on') return true;
    if (value === 'false' || value === '0' || value === '') return false;
    throw new UploadRefusedError(`${name} 应为 true 或 false`);
  }

  private number(name: string, usual: number, most: number): number {
    const text = this.texts.get(name) ?? '';
    if (text === '') return usual;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new UploadRefusedError(`${name} 应为 1 到 ${most} 的整数`);
    return value;
  }

  /** Browsers send an empty part where no map was chosen. */
  private addMap(text: string): void {
    if (text.trim() !== '') this.map = readImportMap(text);
  }
}

function refusalOf(error: unknown, maxBytes: number): unknown {
  if (error instanceof DomainError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new UploadTooLargeError(Math.max(1, Math.floor(maxBytes / MEBIBYTE)));
  return new UploadRefusedError('上传的内容不完整或格式不对，请重新选择文件上传', error);
}

/**
 * Reads a form with one file (`file`), perhaps a map (`map`), and what is wanted of it.
 * @throws UploadTooLargeError, UploadRefusedError, NoFileError, MapInvalidError
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<ImportUpload> {
  if (!request.isMultipart())
    throw new UploadRefusedError('请以 multipart/form-data 上传文件，字段名为 file');
  const reader = new UploadReader();
  try {
    const limits = { fileSize: maxBytes, files: 2, fields: 10, parts: 12, fieldSize: MEBIBYTE };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') await reader.addFile(part);
      else reader.addField(part);
    }
  } catch (error) {
    throw refusalOf(error, maxBytes);
  }
  return reader.finish();
}
