import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Contact } from './contact.entity.js';

@Injectable()
export class ContactsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(accountId: string): Promise<Contact | null> {
    return this.uow.repository(Contact).findOneBy({ accountId });
  }

  async save(contact: Contact): Promise<void> {
    await this.uow.repository(Contact).upsert(contact, ['accountId']);
  }

  async delete(accountId: string): Promise<void> {
    await this.uow.repository(Contact).delete({ accountId });
  }

  /** Which of the accounts asked to be told by the official account. */
  async findOfficial(accountIds: readonly string[]): Promise<string[]> {
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.repository(Contact).find({
        select: { accountId: true },
        where: { accountId: In(chunk), officialAccount: true },
      }),
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** Sealed telephone numbers by account; those who gave none are missing. */
  async findPhones(accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.repository(Contact).find({
        select: { accountId: true, phone: true },
        where: { accountId: In(chunk), phone: Not(IsNull()) },
      }),
    );
    return new Map(rows.map(({ accountId, phone }) => [accountId, phone ?? '']));
  }
}
