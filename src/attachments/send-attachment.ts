import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AttachmentType } from './attachment.labels.js';
import type { AttachmentFile } from './attachments.service.js';
import { attachmentDisposition } from './safe-file-name.js';

const MEDIA_TYPES: Record<AttachmentType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/**
 * Sends a file so that no browser runs anything of it: saved, never shown as a page of ours; of the type that its content
 * has, not guessed; and, should it be shown after all, without scripts and without our origin.
 */
export function sendAttachment(
  reply: FastifyReply,
  { name, attachment, content }: AttachmentFile,
): StreamableFile {
  void reply.headers({
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  });
  return new StreamableFile(content, {
    type: MEDIA_TYPES[attachment.type],
    disposition: attachmentDisposition(name, attachment.type),
    length: attachment.size,
  });
}
