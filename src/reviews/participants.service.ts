import { Injectable } from '@nestjs/common';
import { DecisionsRepository } from './decisions.repository.js';
import type { Draft } from './drafts/draft.entity.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import type { ReviewDecision } from './review-decision.entity.js';
import type { Participants } from './review-rules.js';

/** Who took part in the present content, and what was decided since the last publication. */
export interface Participation extends Participants {
  /** The oldest first. */
  decisions: ReviewDecision[];
}

/** Knows who took part in a draft. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly decisions: DecisionsRepository,
  ) {}

  async of({ id, cycle }: Pick<Draft, 'id' | 'cycle'>): Promise<Participation> {
    const decisions = await this.decisions.findOfCycle(id, cycle);
    const submitters = decisions.filter(({ action }) => action === 'submit').map(({ staffId }) => staffId);
    const standing = decisions.filter(({ standing: counts }) => counts);
    const present = (ids: (string | null)[]): string[] => ids.filter((one) => one !== null);
    return {
      authors: new Set([...(await this.drafts.findWriters(id, cycle)), ...present(submitters)]),
      deciders: new Set(present(standing.flatMap(({ staffId, onBehalfOfId }) => [staffId, onBehalfOfId]))),
      decisions,
    };
  }
}
