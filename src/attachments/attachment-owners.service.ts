import { Injectable } from '@nestjs/common';
import { ClausesService } from '../clauses/clauses.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import type { AttachmentOwnerKind } from './attachment.entity.js';
import { AttachmentOwnerNotFoundError } from './attachment.errors.js';
import type { AttachmentOwner } from './attachments.service.js';

/** Knows whether there is what a file is to be attached to. */
@Injectable()
export class AttachmentOwners {
  constructor(
    private readonly clauses: ClausesService,
    private readonly policies: PoliciesService,
  ) {}

  /** @throws AttachmentOwnerNotFoundError */
  async get(kind: AttachmentOwnerKind, code: string): Promise<AttachmentOwner> {
    const exists = kind === 'clause' ? await this.clauses.exists(code) : await this.policies.exists(code);
    if (!exists) throw new AttachmentOwnerNotFoundError();
    return { kind, code };
  }
}
