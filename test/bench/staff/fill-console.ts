import type { DataSource } from 'typeorm';
import { Account } from '../../../src/accounts/account.entity.js';
import { AuditEntry } from '../../../src/audit/audit-entry.entity.js';
import { AuditHead } from '../../../src/audit/audit-head.entity.js';
import { newId } from '../../../src/database/new-id.js';
import { StaffNotice } from '../../../src/notices/staff-notice.entity.js';
import { Campaign } from '../../../src/notifications/campaign.entity.js';
import { Delivery } from '../../../src/notifications/delivery.entity.js';
import type { DraftState } from '../../../src/reviews/draft.terms.js';
import { DraftEdit } from '../../../src/reviews/drafts/draft-edit.entity.js';
import { Draft } from '../../../src/reviews/drafts/draft.entity.js';
import { ReviewDecision } from '../../../src/reviews/review-decision.entity.js';
import { StaffAssignment } from '../../../src/staff/staff-assignment.entity.js';
import { Staff } from '../../../src/staff/staff.entity.js';
import { each, type FilledCatalogue, insertAll, turn } from './fill-catalogue.js';

const DAY = 86_400_000;
/** How many people and audit entries there are. */
export interface ConsoleSize {
  people: number;
  entries: number;
}

const NOTICES_EACH = 50;
const DELIVERIES_A_CAMPAIGN = 20;
const STATES: readonly DraftState[] = [
  ...['draft', 'returned', 'first', 'second', 'third', 'scheduled', 'published'],
  ...['published', 'published', 'published', 'first', 'second'],
] as DraftState[];

const ago = (days: number): Date => new Date(Date.now() - days * DAY);
const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const hash = (at: number): string => at.toString(16).padStart(64, '0');

/** People of every role; the first four of a department hold its roles. Nobody can sign in with a password. */
async function fillPeople(
  source: DataSource,
  { departments }: FilledCatalogue,
  count: number,
): Promise<Staff[]> {
  const people = each(count, (at): Staff => ({
    ...{ id: newId(), username: `person-${at}`, passwordHash: '', displayName: `工作人员${at}` },
    ...{ disabledAt: null, secondFactorAt: null, createdAt: ago(at) },
  }));
  const roles = ['registrar', 'department-reviewer', 'leader', 'registrar'] as const;
  const held = people.map(({ id }, at): StaffAssignment => ({
    ...{ id: newId(), staffId: id, role: turn(roles, at), createdAt: ago(at) },
    departmentId: turn(departments, Math.floor(at / roles.length)).id,
  }));
  await insertAll(source, Staff, people);
  await insertAll(source, StaffAssignment, held);
  return people;
}

/** A draft of every clause, in every state, with an edit, a submission's decision and an approval or a return. */
async function fillDrafts(
  source: DataSource,
  { clauses }: FilledCatalogue,
  people: Staff[],
): Promise<Draft[]> {
  const drafts = clauses.map((clause, at): Draft => {
    const state = turn(STATES, at);
    const atStep = state === 'first' || state === 'second' || state === 'third';
    return {
      ...{ id: newId(), kind: 'clause', subjectId: clause.id, code: clause.code, title: clause.latestTitle },
      ...{ departmentId: clause.departmentId, state, round: 1, revision: 2, cycle: 1 },
      ...{
        content: { title: clause.latestTitle, conditions: ['在本市注册并依法纳税'] },
        contentHash: hash(at),
      },
      ...{ urgent: at % 50 === 0, silent: false, scheduledFor: state === 'scheduled' ? ago(-3) : null },
      ...{ dueOn: atStep ? day((at % 9) - 4) : null, submissionId: null, ownerId: turn(people, at).id },
      ...{ updatedBy: turn(people, at).id, createdAt: ago(at % 300), updatedAt: ago(at % 200) },
    };
  });
  await insertAll(source, Draft, drafts);
  await insertAll(
    source,
    DraftEdit,
    drafts.map((draft, at): DraftEdit => ({
      ...{ id: newId(), draftId: draft.id, cycle: 1, firstRevision: 1, lastRevision: 2 },
      ...{ staffId: turn(people, at).id, changes: [], startedAt: draft.createdAt, endedAt: draft.updatedAt },
    })),
  );
  const decision = (draft: Draft, at: number, change: Partial<ReviewDecision>): ReviewDecision => ({
    ...{
      id: newId(),
      draftId: draft.id,
      submissionId: null,
      cycle: 1,
      round: 1,
      step: 'draft',
      action: 'submit',
    },
    ...{ result: 'first', staffId: turn(people, at).id, name: '某人', onBehalfOfId: null, onBehalfOf: null },
    ...{
      comment: null,
      contentHash: draft.contentHash,
      standing: false,
      inTime: null,
      decidedAt: ago(at % 60),
    },
    ...change,
  });
  await insertAll(
    source,
    ReviewDecision,
    drafts
      .filter(({ state }) => state !== 'draft')
      .flatMap((draft, at) => [
        decision(draft, at, {}),
        draft.state === 'returned'
          ? decision(draft, at + 1, {
              step: 'first',
              action: 'return',
              result: 'returned',
              comment: '请写明条件',
            })
          : decision(draft, at + 1, {
              step: 'first',
              action: 'approve',
              result: 'second',
              standing: true,
              inTime: true,
            }),
      ]),
  );
  return drafts;
}

/** Stores all that the console lists, about a catalogue. */
export async function fillConsole(
  source: DataSource,
  catalogue: FilledCatalogue,
  { people: count, entries }: ConsoleSize,
): Promise<void> {
  const people = await fillPeople(source, catalogue, count);
  const drafts = await fillDrafts(source, catalogue, people);
  await insertAll(
    source,
    StaffNotice,
    people.flatMap(({ id }, person) =>
      each(NOTICES_EACH, (at): StaffNotice => ({
        ...{
          id: newId(),
          staffId: id,
          kind: 'to-review',
          draftId: turn(drafts, person + at).id,
          text: '有一份稿件待审核',
        },
        ...{ dedupeKey: `made ${at}`, createdAt: ago(at), readAt: at % 2 ? ago(at) : null },
      })),
    ),
  );
  await insertAll(
    source,
    AuditEntry,
    each(
      entries,
      (at): AuditEntry =>
        ({
          ...{
            sequence: at + 1,
            occurredAt: ago((entries - at) / 500),
            actorKind: 'staff',
            actorId: turn(people, at).id,
          },
          ...{
            actorName: turn(people, at).displayName,
            action: turn(['clause.published', 'draft.submitted'], at),
          },
          ...{ subjectKind: 'clause', subjectId: turn(drafts, at).code, subjectName: turn(drafts, at).title },
          ...{ versionId: null, versionHash: null, detail: '{}', address: '127.0.0.1', agent: 'bench' },
          ...{ requestId: null, previousHash: hash(at), hash: hash(at + 1), mac: null },
        }) as AuditEntry,
    ),
  );
  await source.getRepository(AuditHead).update({ id: 1 }, { lastSequence: entries, lastHash: hash(entries) });
  await fillCampaigns(source, catalogue);
}

/** A campaign of every tenth clause, with people who were told. */
async function fillCampaigns(source: DataSource, { versions }: FilledCatalogue): Promise<void> {
  const accounts = each(2_000, (at): Account => ({ id: newId(), createdAt: ago(at % 400) }));
  const told = versions.filter((_version, at) => at % 10 === 0);
  const campaigns = told.map(({ id }, at): Campaign => ({
    ...{ id: newId(), clauseVersionId: id, kind: 'published', state: 'matched', cursor: '' },
    ...{ urgent: false, paused: false, leaseUntil: null, createdAt: ago(at % 60) },
  }));
  const deliveries = campaigns.flatMap(({ id, clauseVersionId, createdAt }, campaign) =>
    each(
      DELIVERIES_A_CAMPAIGN,
      (at): Delivery =>
        ({
          ...{
            id: newId(),
            campaignId: id,
            accountId: turn(accounts, campaign * 7 + at).id,
            clauseVersionId,
          },
          ...{
            kind: 'published',
            reasons: [],
            state: turn(['sent', 'no_consent', 'failed'], at),
            dueAt: createdAt,
          },
          ...{ attempts: 1, claimId: null, channel: null, weChatMessageId: null, errorCode: null },
          ...{ createdAt, sentAt: createdAt, readAt: null },
        }) as Delivery,
    ),
  );
  await insertAll(source, Account, accounts);
  await insertAll(source, Campaign, campaigns);
  await insertAll(source, Delivery, deliveries);
}
