import type { DraftKind, DraftState } from '../../../src/reviews/draft.terms.js';
import { folderOf } from './api/drafts-api.js';

const WRITTEN: readonly DraftState[] = ['draft', 'returned', 'published'];

/** The page on which one goes on with an item: the review while it is under review, else the editor. */
export function draftAddress(item: {
  draftId: string | null;
  kind: DraftKind;
  code: string;
  state: DraftState;
}): string {
  return item.draftId && !WRITTEN.includes(item.state)
    ? `/review/${encodeURIComponent(item.draftId)}`
    : editorAddress(item.kind, item.code);
}

/** The page on which a clause, policy or interpretation is written. */
export const editorAddress = (kind: DraftKind, code: string): string =>
  `/${folderOf(kind)}/${encodeURIComponent(code)}/edit`;
