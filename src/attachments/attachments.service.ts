import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { PoliciesService } from '../policies/policies.service.js';
import type { Attachment, AttachmentOwnerKind } from './attachment.entity.js';
import {
  AttachmentInUseError,
  AttachmentNotFoundError,
  TooManyAttachmentsError,
} from './attachment.errors.js';
import type { AttachmentRecord } from './attachment.record.js';
import { AttachmentStorage } from './attachment-storage.service.js';
import { toUploadView, type UploadView } from './attachment.view.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { detectAttachment } from './detect-attachment.js';
import type { IncomingFile } from './read-attachment.js';
import { safeFileName } from './safe-file-name.js';

const MOST_PER_OWNER = 200;

/** To what a file belongs. */
export interface AttachmentOwner {
  kind: AttachmentOwnerKind;
  code: string;
}

/** A file to send, under the name that people read. */
export interface AttachmentFile {
  name: string;
  attachment: Attachment;
  content: Readable;
}

/** Files that belong to clauses and policies (附件). */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly storage: AttachmentStorage,
    private readonly clauses: ClausesService,
    private readonly policies: PoliciesService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list({ kind, code }: AttachmentOwner): Promise<UploadView[]> {
    return (await this.attachments.findOf(kind, code, MOST_PER_OWNER)).map(toUploadView);
  }

  /**
   * Takes a file in. Nobody but staff sees it until a version that names it is published.
   * @throws AttachmentRefusedError, AttachmentTooLargeError, TooManyAttachmentsError
   */
  async upload(owner: AttachmentOwner, by: string, file: IncomingFile): Promise<UploadView> {
    const arrived = await this.storage.receive(file.stream);
    try {
      file.checkWhole();
      const type = await detectAttachment(arrived.path);
      const storageName = await this.storage.keep(arrived);
      const attachment: Attachment = {
        id: newId(),
        ownerKind: owner.kind,
        ownerCode: owner.code,
        fileName: safeFileName(file.name, type),
        type,
        size: arrived.size,
        sha256: arrived.sha256,
        storageName,
        uploadedBy: by,
        uploadedAt: this.clock.now(),
      };
      // A file without its row is swept away later; a row without its file would be worse.
      await this.uow.run(() => this.insert(owner, attachment));
      return toUploadView(attachment);
    } finally {
      await this.storage.drop(arrived);
    }
  }

  /** For staff: also what is not public. @throws AttachmentNotFoundError */
  async openForStaff(owner: AttachmentOwner, id: string): Promise<AttachmentFile> {
    const attachment = await this.get(owner, id);
    return this.open(attachment, attachment.fileName);
  }

  /**
   * For everybody: what the public version names, or an earlier public one.
   * @throws AttachmentNotFoundError, ClauseNotFoundError, PolicyNotFoundError
   */
  async openForPublic(owner: AttachmentOwner, id: string, version?: number): Promise<AttachmentFile> {
    const named = (await this.publicList(owner, version)).find((one) => one.id === id);
    if (!named) throw new AttachmentNotFoundError();
    const attachment = await this.get(owner, id);
    // Decided on was a file with this hash, and no other.
    if (attachment.sha256 !== named.sha256) throw new AttachmentNotFoundError();
    return this.open(attachment, safeFileName(named.name, attachment.type));
  }

  /** @throws AttachmentNotFoundError, AttachmentInUseError */
  async remove(owner: AttachmentOwner, id: string): Promise<void> {
    const { storageName, fileName, sha256 } = await this.get(owner, id);
    await this.uow.run(async () => {
      if (await this.attachments.isUsed(id)) throw new AttachmentInUseError();
      await this.attachments.delete(id);
      await this.audit.record({
        action: 'attachment.removed',
        subject: { kind: owner.kind, id: owner.code, name: fileName },
        versionHash: sha256,
        detail: { attachment: id },
      });
    });
    await this.storage.delete(storageName);
  }

  private async insert(owner: AttachmentOwner, attachment: Attachment): Promise<void> {
    const others = await this.attachments.findOf(owner.kind, owner.code, MOST_PER_OWNER);
    if (others.length >= MOST_PER_OWNER) throw new TooManyAttachmentsError();
    await this.attachments.insert(attachment);
    await this.audit.record({
      action: 'attachment.uploaded',
      subject: { kind: owner.kind, id: owner.code, name: attachment.fileName },
      versionHash: attachment.sha256,
      detail: { attachment: attachment.id, size: attachment.size },
    });
  }

  private async publicList({ kind, code }: AttachmentOwner, version?: number): Promise<AttachmentRecord[]> {
    return kind === 'clause'
      ? (await this.clauses.get(code, version)).attachments
      : (await this.policies.get(code)).attachments;
  }

  private async get({ kind, code }: AttachmentOwner, id: string): Promise<Attachment> {
    const attachment = await this.attachments.findOne(kind, code, id);
    if (!attachment) throw new AttachmentNotFoundError();
    return attachment;
  }

  private async open(attachment: Attachment, name: string): Promise<AttachmentFile> {
    const content = await this.storage.read(attachment.storageName).catch(() => {
      throw new AttachmentNotFoundError();
    });
    return { name, attachment, content };
  }
}
