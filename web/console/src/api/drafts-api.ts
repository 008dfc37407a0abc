import type { Page } from '../../../../src/common/page.view.js';
import type { DraftKind } from '../../../../src/reviews/draft.terms.js';
import { call } from './call.js';
import type {
  CheckView,
  DecisionView,
  DiffView,
  DraftContent,
  DraftPreview,
  DraftView,
  DraftEditView,
  WorkItem,
} from './review-views.js';

const FOLDERS: Record<DraftKind, string> = {
  clause: 'clauses',
  policy: 'policies',
  interpretation: 'interpretations',
};

/** Folder of a kind in the addresses of the API and of the console. */
export const folderOf = (kind: DraftKind): string => FOLDERS[kind];

const subjectPath = (kind: DraftKind, code: string): string =>
  `/staff/${FOLDERS[kind]}/${encodeURIComponent(code)}/draft`;
const draftPath = (id: string): string => `/staff/drafts/${encodeURIComponent(id)}`;

/** What a list of drafts can be narrowed by; empty texts narrow nothing. */
export interface DraftFilter {
  kind: string;
  state: string;
  q: string;
  page: number;
}

/** What a writer says when handing in. */
export interface Submission {
  hash: string;
  urgent?: boolean;
  silent?: boolean;
  scheduledFor?: string;
  comment?: string;
}

/** Drafts and their reviews; each call throws what `call` throws. */
export const draftsApi = {
  create: (kind: DraftKind, body: object) =>
    call('POST', `/staff/${FOLDERS[kind]}`, body) as Promise<DraftView>,
  ofSubject: (kind: DraftKind, code: string) => call('GET', subjectPath(kind, code)) as Promise<DraftView>,
  save: (kind: DraftKind, code: string, revision: number, content: DraftContent) =>
    call('PUT', subjectPath(kind, code), { revision, content }) as Promise<DraftView>,
  list: ({ page, ...filter }: DraftFilter) => {
    const said = Object.entries(filter).filter(([, text]) => text !== '');
    const query = new URLSearchParams([...said, ['page', String(page)]]);
    return call('GET', `/staff/drafts?${query}`) as Promise<Page<WorkItem>>;
  },
  get: (id: string) => call('GET', draftPath(id)) as Promise<DraftView>,
  edits: (id: string) => call('GET', `${draftPath(id)}/edits`) as Promise<Page<DraftEditView>>,
  decisions: (id: string) => call('GET', `${draftPath(id)}/decisions`) as Promise<Page<DecisionView>>,
  diff: (id: string) => call('GET', `${draftPath(id)}/diff`) as Promise<DiffView>,
  preview: (id: string) => call('GET', `${draftPath(id)}/preview`) as Promise<DraftPreview>,
  discard: (id: string, revision: number) => call('POST', `${draftPath(id)}/discard`, { revision }),
  submit: (id: string, body: Submission) =>
    call('POST', `${draftPath(id)}/submit`, body) as Promise<DraftView>,
  approve: (id: string, hash: string, comment?: string) =>
    call('POST', `${draftPath(id)}/approve`, { hash, comment }) as Promise<DraftView>,
  sendBack: (id: string, hash: string, to: 'author' | 'previous', comment: string) =>
    call('POST', `${draftPath(id)}/return`, { hash, to, comment }) as Promise<DraftView>,
  recall: (id: string, comment?: string) =>
    call('POST', `${draftPath(id)}/recall`, { comment }) as Promise<DraftView>,
  check: (body: object) => call('POST', '/staff/clauses/check', body) as Promise<CheckView>,
};
