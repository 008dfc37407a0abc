import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../common/domain.error.js';
import { AttachmentRefusedError, AttachmentTooLargeError } from './attachment.errors.js';

const MEBIBYTE = 1024 * 1024;

/** A file that is still coming in. */
export interface IncomingFile {
  name: string;
  stream: Readable;
  /** To be called once the stream has ended. @throws AttachmentTooLargeError where it was cut off at the limit */
  checkWhole(): void;
}

/**
 * Hands the one file of a form (`file`) to `take` while it is still coming in.
 * @throws AttachmentTooLargeError, AttachmentRefusedError, and what `take` throws
 */
export async function readAttachment<T>(
  request: FastifyRequest,
  maxBytes: number,
  take: (file: IncomingFile) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart())
    throw new AttachmentRefusedError('请以 multipart/form-data 上传文件，字段名为 file');
  try {
    const part = await request.file({
      limits: { fileSize: maxBytes, files: 1, fields: 5, parts: 6, fieldSize: 1024 },
    });
    if (!part) throw new AttachmentRefusedError('没有收到文件，请选择文件后再上传');
    const tooLarge = new AttachmentTooLargeError(Math.max(1, Math.floor(maxBytes / MEBIBYTE)));
    return await take({
      name: part.filename,
      stream: part.file,
      checkWhole: () => {
        if (part.file.truncated) throw tooLarge;
      },
    });
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const code = (error as { code?: unknown } | null)?.code;
    if (typeof code === 'string' && code.startsWith('FST_'))
      throw new AttachmentRefusedError('上传的内容不完整或格式不对，请重新选择文件上传');
    throw error;
  }
}
