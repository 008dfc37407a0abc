import type { AttachmentType } from './attachment.labels.js';

const LONGEST = 120;
/** Control characters, and those that turn the direction of writing: "exe.fdp" could show as "pdf.exe" and back. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const NOT_IN_NAMES = /["*/:<>?\\|]/g;

/** The name of an upload without any path or trick in it; it ends as its content demands, whatever it said. */
export function safeFileName(given: string, type: AttachmentType): string {
  const last = given.replace(INVISIBLE, '').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(NOT_IN_NAMES, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...stem].slice(0, LONGEST).join('') || '附件'}.${type}`;
}

/** A header that saves a file under this name and never shows it as a page (RFC 6266, RFC 8187). */
export function attachmentDisposition(fileName: string, type: AttachmentType): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="attachment.${type}"; filename*=UTF-8''${encoded}`;
}
