import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Policy } from '../policies/policy.entity.js';
import { Attachment, type AttachmentOwnerKind } from './attachment.entity.js';

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(attachment: Attachment): Promise<void> {
    await this.uow.repository(Attachment).insert(attachment);
  }

  findOf(ownerKind: AttachmentOwnerKind, ownerCode: string, limit: number): Promise<Attachment[]> {
    return this.uow
      .repository(Attachment)
      .find({ where: { ownerKind, ownerCode }, order: { uploadedAt: 'DESC', id: 'DESC' }, take: limit });
  }

  findOne(ownerKind: AttachmentOwnerKind, ownerCode: string, id: string): Promise<Attachment | null> {
    return this.uow.repository(Attachment).findOneBy({ ownerKind, ownerCode, id });
  }

  findUploadedBefore(uploadedAt: Date, limit: number): Promise<Attachment[]> {
    return this.uow.repository(Attachment).find({
      where: { uploadedAt: LessThan(uploadedAt) },
      order: { uploadedAt: 'ASC' },
      take: limit,
    });
  }

  /** Whether any version, published or not, names an attachment. */
  async isUsed(id: string): Promise<boolean> {
    // Ids are letters and digits only: nothing to escape. The text is JSON.
    const named = `%"${id}"%`;
    for (const entity of [ClauseVersion, Policy]) {
      const rows = this.uow.manager.createQueryBuilder<ClauseVersion | Policy>(entity, 'row');
      if (await rows.where('row.attachments LIKE :named', { named }).getExists()) return true;
    }
    return false;
  }

  async delete(id: string): Promise<void> {
    await this.uow.repository(Attachment).delete({ id });
  }

  /** Which of the names belong to a row. */
  async knownNames(names: readonly string[]): Promise<Set<string>> {
    const rows = await loadInChunks(names, (chunk) =>
      this.uow
        .repository(Attachment)
        .find({ select: { id: true, storageName: true }, where: { storageName: In(chunk) } }),
    );
    return new Set(rows.map(({ storageName }) => storageName));
  }
}
