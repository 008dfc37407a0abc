import { Injectable } from '@nestjs/common';
import { AUDIENCE_LABELS, SUPPORT_KIND_LABELS } from '../clauses/clause.labels.js';
import type { NamedCode } from '../common/named-code.view.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { ProfilesService } from '../eligibility/profiles.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { SavedQuery } from './saved-query.js';
import { SavedSearchesService } from './saved-searches.service.js';
import type { CodedKind, Target, TargetKind } from './subscription.terms.js';
import type { TargetView } from './target.view.js';

/** Which target a view belongs to. */
export const keyOf = ({ kind, id }: Target): string => `${kind}/${id}`;

const PROFILE_NAMES = { enterprise: '企业资料', citizen: '个人资料' } as const;

const FOLDERS = { topic: 'topics', department: 'departments', policy: 'policies' } as const;

const LABELS: Readonly<Record<string, string>> = { ...AUDIENCE_LABELS, ...SUPPORT_KIND_LABELS };

/** A saved search in words: what was typed, and what it was narrowed to. */
function nameOf({ words, filters }: SavedQuery): string {
  const narrowed = Object.values(filters)
    .flat()
    .map((value) => LABELS[value] ?? value);
  const typed = words.join(' ') || '全部政策';
  return narrowed.length > 0 ? `${typed}（${narrowed.join('、')}）` : typed;
}

function pathOf({ words, filters }: SavedQuery): string {
  const query = new URLSearchParams(words.length > 0 ? { q: words.join(' ') } : {});
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) query.append(name, value);
  }
  return `/search?${query.toString()}`;
}

/** Finds what people name by code, and names what rows refer to by id. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly topics: TopicsService,
    private readonly departments: DepartmentsService,
    private readonly policies: PoliciesService,
    private readonly searches: SavedSearchesService,
    private readonly profiles: ProfilesService,
  ) {}

  /** @throws TopicNotFoundError, DepartmentNotFoundError, PolicyNotFoundError */
  async find(kind: CodedKind, code: string): Promise<Target> {
    if (kind === 'topic') return { kind, id: (await this.topics.getRow(code)).id };
    if (kind === 'department') return { kind, id: (await this.departments.getRow(code)).id };
    return { kind, id: await this.policies.getPublicId(code) };
  }

  /** What people see of targets, by `keyOf`; what no longer exists is missing. */
  async describe(targets: readonly Target[]): Promise<Map<string, TargetView>> {
    const idsOf = (wanted: TargetKind): string[] => [
      ...new Set(targets.filter(({ kind }) => kind === wanted).map(({ id }) => id)),
    ];
    const views = new Map<string, TargetView>();
    const add = (kind: keyof typeof FOLDERS, named: ReadonlyMap<string, NamedCode>): void => {
      for (const [id, { code, name }] of named) {
        views.set(keyOf({ kind, id }), { kind, code, name, path: `/${FOLDERS[kind]}/${code}` });
      }
    };
    add('topic', await this.topics.named(idsOf('topic')));
    add('department', await this.departments.named(idsOf('department')));
    add('policy', await this.policies.named(idsOf('policy')));
    for (const [id, query] of await this.searches.queriesOf(idsOf('search'))) {
      const view = { kind: 'search', code: null, name: nameOf(query), path: pathOf(query) } as const;
      views.set(keyOf({ kind: 'search', id }), view);
    }
    for (const [id, subject] of await this.profiles.subjectsOf(idsOf('profile'))) {
      // Its name is private: messages pass through WeChat.
      const view = {
        kind: 'profile',
        code: null,
        name: PROFILE_NAMES[subject],
        path: '/me/profiles',
      } as const;
      views.set(keyOf({ kind: 'profile', id }), view);
    }
    return views;
  }
}
