import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { AttachmentCleaner } from './attachment-cleaner.service.js';
import { AttachmentOwners } from './attachment-owners.service.js';
import { AttachmentStorage } from './attachment-storage.service.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { AttachmentsService } from './attachments.service.js';
import { StaffClauseAttachmentsController } from './staff-clause-attachments.controller.js';
import { StaffPolicyAttachmentsController } from './staff-policy-attachments.controller.js';

/** Files that belong to clauses and policies (附件). */
@Module({
  imports: [ClausesModule, PoliciesModule],
  controllers: [AttachmentsController, StaffClauseAttachmentsController, StaffPolicyAttachmentsController],
  providers: [
    AttachmentsRepository,
    AttachmentStorage,
    AttachmentsService,
    AttachmentOwners,
    AttachmentCleaner,
  ],
})
export class AttachmentsModule {}
