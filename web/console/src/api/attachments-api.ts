import { call } from './call.js';

/** A stored file, as a content names it. */
export interface Upload {
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

const FOLDERS = { clause: 'clauses', policy: 'policies' } as const;
type Kind = keyof typeof FOLDERS;
const path = (kind: Kind, code: string): string =>
  `/staff/${FOLDERS[kind]}/${encodeURIComponent(code)}/attachments`;

/** Files of clauses and policies; each call throws what `call` throws. */
export const attachmentsApi = {
  list: (kind: Kind, code: string) => call('GET', path(kind, code)) as Promise<Upload[]>,
  /** Stores a file; it belongs to the draft once the content names it. */
  upload: async (kind: Kind, code: string, file: File): Promise<Upload> => {
    const form = new FormData();
    form.append('file', file);
    const { id, name, type, size, sha256 } = (await call('POST', path(kind, code), form)) as Upload;
    return { id, name, type, size, sha256 };
  },
  address: (kind: Kind, code: string, id: string): string => `/api/v1${path(kind, code)}/${id}`,
};
