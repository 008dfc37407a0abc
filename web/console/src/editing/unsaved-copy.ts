import type { DraftContent } from '../api/review-views.js';
import { staff } from '../session.js';

/** What was typed and not saved yet, with what it was typed over. */
export interface UnsavedCopy {
  revision: number;
  base: DraftContent;
  content: DraftContent;
}

const keyOf = (subject: string): string => `unsaved:${staff.value?.id ?? ''}:${subject}`;

/**
 * Kept in this tab alone, so that a reload or a log-in that ended loses nothing and the next person at the computer
 * finds nothing. Where the browser keeps nothing, only that comfort is missing.
 */
export const unsavedCopy = {
  keep(subject: string, copy: UnsavedCopy): void {
    try {
      sessionStorage.setItem(keyOf(subject), JSON.stringify(copy));
    } catch {
      // Full or switched off.
    }
  },
  find(subject: string): UnsavedCopy | null {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(subject)) ?? 'null') as UnsavedCopy | null;
    } catch {
      return null;
    }
  },
  drop(subject: string): void {
    try {
      sessionStorage.removeItem(keyOf(subject));
    } catch {
      // Switched off.
    }
  },
};
