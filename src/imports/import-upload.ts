import type { FastifyRequest } from 'fastify';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import { DomainError } from '../common/domain.error.js';
import { NoFileError, UploadRefusedError, UploadTooLargeError } from './import.errors.js';
import type { ImportSource } from './import-source.js';
import type { ImportOptions } from './imports.service.js';
import { readImportMap } from './map/read-import-map.js';

const MEBIBYTE = 1024 * 1024;
const FLAGS = ['dryRun', 'partial', 'silent'] as const;
type Flag = (typeof FLAGS)[number];

/** What a form brought. */
export interface ImportUpload {
  source: ImportSource;
  options: ImportOptions;
}

const isFlag = (name: string): name is Flag => FLAGS.some((flag) => flag === name);

function flagOf(name: string, value: unknown): boolean {
  if (value === 'true' || value === '1' || value === 'on') return true;
  if (value === 'false' || value === '0' || value === '') return false;
  throw new UploadRefusedError(`${name} 应为 true 或 false`);
}

/** Collects the parts of one form. */
class UploadReader {
  private source: ImportSource | null = null;
  private readonly options: ImportOptions = {};

  async addFile(part: MultipartFile): Promise<void> {
    const buffer = await part.toBuffer();
    const name = part.filename || '上传的文件';
    if (part.fieldname === 'file') this.source = { name, source: { buffer, fileName: name } };
    else if (part.fieldname === 'map') this.addMap(buffer.toString('utf8'));
  }

  addField({ fieldname, value }: MultipartValue): void {
    if (isFlag(fieldname)) this.options[fieldname] = flagOf(fieldname, value);
    else if (fieldname === 'map' && typeof value === 'string') this.addMap(value);
  }

  finish(): ImportUpload {
    if (!this.source) throw new NoFileError();
    return { source: this.source, options: this.options };
  }

  /** Browsers send an empty part where no map was chosen. */
  private addMap(text: string): void {
    if (text.trim() !== '') this.options.map = readImportMap(text);
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
 * Reads a form with one file (`file`), perhaps a map (`map`) and the options dryRun, partial and silent.
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
