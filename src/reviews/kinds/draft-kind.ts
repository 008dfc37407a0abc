import type { InputFault } from '../../common/domain.error.js';
import type { SaveOptions } from '../../common/save-report.js';
import type { ContentShape, DraftContent } from '../drafts/draft-content.js';
import type { DraftPreview } from './draft-preview.view.js';
import type { DraftKind } from '../draft.terms.js';

/** What a draft is about, as it is stored outside the draft. */
export interface DraftSubject {
  id: string;
  code: string;
  title: string;
  /** Null: the whole city. */
  departmentId: string | null;
  /** With what an editor begins: what is public, or what was stored last. */
  content: DraftContent;
  /** What the public reads now; null where it reads nothing. */
  publicContent: DraftContent | null;
  /** The number of the version that the public reads; 1 for kinds without versions. */
  publicVersion: number | null;
  /** Whether the public ever read it: such a subject is never deleted. */
  wasPublic: boolean;
}

/** A content whose references are codes, and the department that it names; undefined where there is no such department. */
export interface PlacedContent {
  content: DraftContent;
  departmentId: string | null | undefined;
}

/** What the reviews need to know of one kind of subjects; the writing methods join the present transaction. */
export interface DraftKindHandler {
  readonly kind: DraftKind;
  readonly shape: ContentShape;
  find(code: string): Promise<DraftSubject | null>;
  place(content: DraftContent): Promise<PlacedContent>;
  /** What the public must not read yet: everything that is missing, too long, or refers to nothing. */
  faults(code: string, content: DraftContent): Promise<InputFault[]>;
  /** A draft of a subject was saved: lists show its title and when it changed. */
  touch(subjectId: string, title: string, at: Date): Promise<void>;
  /**
   * Makes the content what the public reads.
   * @returns the number of the public version; null for kinds without versions
   * @throws CannotPublishError
   */
  publish(code: string, content: DraftContent, options: SaveOptions): Promise<number | null>;
  /** Removes a subject that was never public. */
  remove(subjectId: string): Promise<void>;
  /** As the public would read it; call it for contents without faults. */
  preview(code: string, content: DraftContent): Promise<DraftPreview>;
}

/** A subject that a file begins. */
export interface ImportedSubject {
  code: string;
  title: string;
  departmentId: string | null;
  content: DraftContent;
}

/** A kind that files bring, too: many at a time. */
export interface ImportableKindHandler extends DraftKindHandler {
  /** As `find`, by code. */
  findMany(codes: readonly string[]): Promise<Map<string, DraftSubject>>;
  /**
   * Begins subjects that nobody reads yet, in the present transaction.
   * @returns ids by code, null for those whose place is taken; what names something that is missing is left out
   */
  register(subjects: readonly ImportedSubject[]): Promise<Map<string, string | null>>;
}
