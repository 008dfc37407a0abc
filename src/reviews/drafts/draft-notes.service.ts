import { Injectable } from '@nestjs/common';
import { newId } from '../../database/new-id.js';
import { type FieldChange, mergeChanges } from './draft-content.js';
import type { DraftEdit } from './draft-edit.entity.js';
import type { Draft } from './draft.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/** Saves of one person within this time are one entry of the history. */
const ONE_EDIT_MS = 600_000;

/** The first entry of a history, or one that begins another. */
export function newEdit(draft: Draft, changes: FieldChange[], staffId: string, now: Date): DraftEdit {
  const { id: draftId, cycle, revision } = draft;
  return {
    id: newId(),
    draftId,
    cycle,
    firstRevision: revision,
    lastRevision: revision,
    staffId,
    changes,
    startedAt: now,
    endedAt: now,
  };
}

/** Who changed what (修改记录). */
@Injectable()
export class DraftNotesService {
  constructor(private readonly drafts: DraftsRepository) {}

  /** Adds changes to the history, to the last entry where it is the same person's and young. */
  async note(draft: Draft, changes: FieldChange[], staffId: string, now: Date): Promise<void> {
    const last = await this.drafts.findLastEdit(draft.id);
    const continues =
      last?.staffId === staffId &&
      last.cycle === draft.cycle &&
      now.getTime() - last.startedAt.getTime() < ONE_EDIT_MS;
    if (!last || !continues) {
      await this.drafts.insertEdits([newEdit(draft, changes, staffId, now)]);
      return;
    }
    const merged = mergeChanges(last.changes, changes);
    await this.drafts.updateEdit(last.id, { changes: merged, lastRevision: draft.revision, endedAt: now });
  }
}
