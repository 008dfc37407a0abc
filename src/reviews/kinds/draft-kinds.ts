import { Injectable } from '@nestjs/common';
import { ClauseDraftKind } from './clause-draft.kind.js';
import type { DraftKindHandler, ImportableKindHandler } from './draft-kind.js';
import type { DraftKind, ImportedKind } from '../draft.terms.js';
import { InterpretationDraftKind } from './interpretation-draft.kind.js';
import { PolicyDraftKind } from './policy-draft.kind.js';

/** The three kinds of subjects. */
@Injectable()
export class DraftKinds {
  private readonly handlers: Record<DraftKind, DraftKindHandler> &
    Record<ImportedKind, ImportableKindHandler>;

  constructor(clause: ClauseDraftKind, policy: PolicyDraftKind, interpretation: InterpretationDraftKind) {
    this.handlers = { clause, policy, interpretation };
  }

  of(kind: DraftKind): DraftKindHandler {
    return this.handlers[kind];
  }

  importable(kind: ImportedKind): ImportableKindHandler {
    return this.handlers[kind];
  }
}
