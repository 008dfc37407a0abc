import { Injectable } from '@nestjs/common';
import { ClauseDraftKind } from './clause-draft.kind.js';
import type { DraftKindHandler } from './draft-kind.js';
import type { DraftKind } from '../draft.terms.js';
import { InterpretationDraftKind } from './interpretation-draft.kind.js';
import { PolicyDraftKind } from './policy-draft.kind.js';

/** The three kinds of subjects. */
@Injectable()
export class DraftKinds {
  private readonly handlers: Record<DraftKind, DraftKindHandler>;

  constructor(clause: ClauseDraftKind, policy: PolicyDraftKind, interpretation: InterpretationDraftKind) {
    this.handlers = { clause, policy, interpretation };
  }

  of(kind: DraftKind): DraftKindHandler {
    return this.handlers[kind];
  }
}
