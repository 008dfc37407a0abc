import { Injectable } from '@nestjs/common';
import { type Answers, findAttribute, type Subject } from '#libs/eligibility';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { AnswersService } from './answers.service.js';
import type { AnswersView } from './answer.view.js';
import {
  ProfileNotFoundError,
  ProfileUnreadableError,
  SensitiveConsentMissingError,
  TooManyProfilesError,
} from './eligibility.errors.js';
import { fittingClauses } from './fitting-clauses.js';
import { anniversaryDays } from './profile-days.js';
import { PROFILE_FITS, type ProfileFits } from './profile-events.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { CannotOpenError, LABEL } from './profile-seal.js';
import type { Profile } from './profile.entity.js';
import type { ProfileRecord } from './profile.record.js';
import { namesOf } from './profile-names.js';
import type { KeepingView, KeptView, ProfileExport, ProfilesView, ProfileView } from './profile.view.js';
import { ProfilesRepository } from './profiles.repository.js';
import { RuleBookService } from './rule-book.service.js';

const MOST = 20;
export const PURPOSE =
  '只用来判断你符合哪些政策、能得到多少，以及在你同意后提醒你；不作其他用途，工作人员看不到';

/** Profiles that people keep (资料): only their own, and only if they said so. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly keys: ProfileKeysService,
    private readonly answers: AnswersService,
    private readonly book: RuleBookService,
    private readonly outbox: OutboxService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** What is told before anything is kept: what for, and until when. */
  keeping(): KeepingView {
    return {
      purpose: PURPOSE,
      retentionDays: this.config.profileRetentionDays,
      keptUntil: this.keptUntil(),
    };
  }

  /** The oldest first. */
  async list(accountId: string): Promise<ProfilesView> {
    const views = await this.views(accountId);
    const items = views.map(({ values: _values, names: _names, ...summary }) => summary);
    return { items, ...this.keeping() };
  }

  async export(accountId: string): Promise<ProfileExport> {
    return { purpose: PURPOSE, profiles: await this.views(accountId) };
  }

  /** @throws ProfileNotFoundError also where it is somebody else's */
  async get(accountId: string, id: string): Promise<ProfileView> {
    const wishes = await this.profiles.findWishes(accountId);
    return this.viewOf(await this.getOwn(accountId, id), wishes.has(id));
  }

  /** What its owner can get. @throws ProfileNotFoundError, ProfileUnreadableError */
  async answersOf(accountId: string, id: string): Promise<AnswersView> {
    const profile = await this.getOwn(accountId, id);
    return this.answers.answer({ subject: profile.subject, values: { ...this.open(profile).answers } });
  }

  /** @throws InvalidInputError, SensitiveConsentMissingError, TooManyProfilesError */
  async create(accountId: string, record: ProfileRecord): Promise<KeptView> {
    const answers = this.checked(record);
    const id = newId();
    await this.uow.run(async () => {
      if ((await this.profiles.countOfAccount(accountId)) >= MOST) throw new TooManyProfilesError(MOST);
      const createdAt = this.clock.now();
      const content = this.contentOf(id, record.subject, answers, record.label);
      await this.profiles.insert({ id, accountId, subject: record.subject, createdAt, ...content });
    });
    return { id, expiresOn: this.keptUntil() };
  }

  /** Replaces what is kept; what has come to fit is told to whoever wants to hear of it. @throws as `create`, `get` */
  async update(accountId: string, id: string, record: ProfileRecord): Promise<KeptView> {
    const answers = this.checked(record);
    const entries = await this.book.current();
    await this.uow.run(async () => {
      const stored = await this.getOwn(accountId, id);
      await this.profiles.update(id, this.contentOf(id, stored.subject, answers, record.label));
      const wish = (await this.profiles.findWishes(accountId)).get(id);
      if (!wish?.active) return;
      const today = this.book.today();
      const before = fittingClauses(entries.values(), stored.subject, this.readable(stored), today);
      const now = fittingClauses(entries.values(), stored.subject, answers, today);
      const fresh = [...now].filter((version) => !before.has(version));
      await this.tell({ accountId, profileId: id, clauseVersionIds: fresh, frequency: wish.frequency });
    });
    return { id, expiresOn: this.keptUntil() };
  }

  /** Gives a profile another name; its answers stay. @throws ProfileNotFoundError, ProfileUnreadableError */
  rename(accountId: string, id: string, label: string): Promise<KeptView> {
    return this.uow.run(async () => {
      const stored = await this.getOwn(accountId, id);
      const { answers } = this.open(stored);
      const content = this.contentOf(id, stored.subject, answers, label);
      await this.profiles.update(id, content);
      return { id, expiresOn: content.expiresOn };
    });
  }

  /** Its owner says that it is still right: the time begins anew. @throws as `rename` */
  confirm(accountId: string, id: string): Promise<KeptView> {
    return this.uow.run(async () => {
      this.open(await this.getOwn(accountId, id));
      const expiresOn = this.keptUntil();
      await this.profiles.update(id, { updatedAt: this.clock.now(), expiresOn });
      return { id, expiresOn };
    });
  }

  /** @throws ProfileNotFoundError */
  erase(accountId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      await this.getOwn(accountId, id);
      await this.profiles.deleteOwn(accountId, [id]);
    });
  }

  eraseAll(accountId: string): Promise<void> {
    return this.uow.run(async () => {
      const own = await this.profiles.findOfAccount(accountId);
      await this.profiles.deleteOwn(
        accountId,
        own.map(({ id }) => id),
      );
    });
  }

  /** That it is there and theirs. @throws ProfileNotFoundError */
  async requireOwn(accountId: string, id: string): Promise<void> {
    await this.getOwn(accountId, id);
  }

  /** What profiles are about, by id; those that were erased are missing. */
  async subjectsOf(ids: readonly string[]): Promise<Map<string, Subject>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.profiles.findSubjects(ids)).map(({ id, subject }) => [id, subject]));
  }

  /** States that clauses have come to fit; call it in the transaction that made them fit. */
  async tell(event: ProfileFits): Promise<void> {
    if (event.clauseVersionIds.length > 0) await this.outbox.add(PROFILE_FITS, [event]);
  }

  private checked({ subject, values, sensitiveConsent = false }: ProfileRecord): Answers {
    const answers = this.answers.check(subject, values);
    const sensitive = Object.keys(answers).some(
      (key) => findAttribute(subject, key)?.sensitivity === 'sensitive',
    );
    if (sensitive && !sensitiveConsent) throw new SensitiveConsentMissingError();
    return answers;
  }

  private contentOf(id: string, subject: Subject, answers: Answers, label: string) {
    return {
      keyId: this.keys.seal.keyId,
      ...this.keys.seal.seal(id, subject, answers, label),
      days: anniversaryDays(subject, answers),
      updatedAt: this.clock.now(),
      expiresOn: this.keptUntil(),
    };
  }

  private keptUntil(): string {
    return this.clock.todayPlus(this.config.profileRetentionDays);
  }

  private async getOwn(accountId: string, id: string): Promise<Profile> {
    const profile = await this.profiles.findOwn(accountId, id);
    if (!profile) throw new ProfileNotFoundError();
    return profile;
  }

  private async views(accountId: string): Promise<ProfileView[]> {
    const wishes = await this.profiles.findWishes(accountId);
    const profiles = await this.profiles.findOfAccount(accountId);
    return profiles.map((profile) => this.viewOf(profile, wishes.has(profile.id)));
  }

  private viewOf(profile: Profile, subscribed: boolean): ProfileView {
    const { id, subject, updatedAt, expiresOn } = profile;
    const shared = {
      id,
      subject,
      subscribed,
      updatedAt: updatedAt.toISOString(),
      expiresOn,
    };
    try {
      const { answers, label } = this.open(profile);
      return { ...shared, label, unreadable: false, values: answers, names: namesOf(subject, answers) };
    } catch (error) {
      if (!(error instanceof ProfileUnreadableError)) throw error;
      return { ...shared, label: null, unreadable: true, values: {}, names: {} };
    }
  }

  private open(profile: Profile): { answers: Answers; label: string } {
    try {
      const { [LABEL]: label, ...answers } = this.keys.seal.open(profile);
      return { answers: answers as Answers, label: String(label ?? '') };
    } catch (error) {
      throw error instanceof CannotOpenError ? new ProfileUnreadableError() : error;
    }
  }

  /** What can be read of a profile; nothing where its key is gone. */
  private readable(profile: Profile): Answers {
    try {
      return this.open(profile).answers;
    } catch {
      return {};
    }
  }
}
