import { Injectable } from '@nestjs/common';
import {
  type ReferenceTables,
  type ResolvedClause,
  resolveReferences,
} from '../../clauses/clause-references.js';
import { ClauseEditorService } from '../../clauses/clause-editor.service.js';
import { contentHash } from '../../common/content-hash.js';
import type { InputFault } from '../../common/domain.error.js';
import { chunksOf } from '../../database/in-chunks.js';
import { DepartmentsService } from '../../departments/departments.service.js';
import type { ImportedKind } from '../../reviews/draft.terms.js';
import { DraftImportService } from '../../reviews/imports/draft-import.service.js';
import type { DraftPlan, ImportedRecord } from '../../reviews/imports/draft-plan.js';
import type { StaffMember } from '../../staff/staff-member.js';
import { heldIn } from '../../staff/staff-scope.js';
import { suggestTopics } from '../../topics/suggest-topics.js';
import { TopicsService } from '../../topics/topics.service.js';
import type { ImportKind } from '../import-kind.js';
import type { PlacedRecord } from '../placed-record.js';
import { refusedCause } from '../refused-cause.js';
import type { ValidRecords } from '../validate-records.js';
import { clauseContent, policyContent } from './imported-records.js';
import { withOwnPolicies, withOwnTerms } from './import-references.js';
import type { PlannedChange } from './planned-change.js';
import { TermsImportService } from './terms-import.service.js';

/** A record for the reviews, and where it stood. */
export interface PlacedImport {
  placed: PlacedRecord;
  record: ImportedRecord;
}

/** What an import would do to everything, and what it takes to do it. */
export interface ImportPlan {
  changes: PlannedChange[];
  policies: PlacedImport[];
  clauses: PlacedImport[];
  /** How many clauses get topics that fit, because neither the file nor the catalogue has any. */
  suggested: number;
}

const NO_DEPARTMENT = '没有这个部门，请先导入部门，或检查部门编码、名称';
/** How many records are compared at a time. */
const AT_A_TIME = 250;

const refusedChange = (kind: ImportKind, placed: PlacedRecord, faults: InputFault[]): PlannedChange => {
  const { code, title, name } = placed.plain;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const outcome = 'refused';
  const shown = { code: text(code), title: text(title) || text(name) };
  return { kind, placed, ...shown, outcome, faults, draftId: null, fields: [], key: contentHash(faults) };
};

/** Plans: what becomes a draft, what changes one, and what is refused. Nothing here writes. */
@Injectable()
export class ImportPlanner {
  constructor(
    private readonly terms: TermsImportService,
    private readonly drafts: DraftImportService,
    private readonly clauses: ClauseEditorService,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
  ) {}

  async plan(records: ValidRecords, member: StaffMember): Promise<ImportPlan> {
    const terms = await this.terms.plan(records, member);
    const known = { departments: await this.departments.byAnyName(), topics: await this.topics.byAnyName() };
    const named = withOwnTerms(records, terms, known);
    const policies = this.policiesOf(records, named, await this.homeOf(member));
    const policyChanges = [
      ...policies.refused,
      ...(await this.compare('policies', 'policy', policies.imports, member)),
    ];
    const { valid } = records;
    const stored = await this.clauses.referencesOf([
      ...valid.clauses.map(({ record }) => record),
      // Their places are taken, even where clauses call them by a name that they are only about to get.
      ...valid.policies.map(({ record: { code } }) => ({ policy: code })),
    ]);
    const tables = withOwnPolicies(records, policyChanges, { ...stored, ...named });
    const clauses = this.clausesOf(records, policyChanges, tables, [...new Set(known.topics.values())]);
    const clauseChanges = await this.compare('clauses', 'clause', clauses.imports, member);
    return {
      changes: [...terms, ...policyChanges, ...clauses.refused, ...clauseChanges],
      policies: policies.imports,
      clauses: clauses.imports,
      suggested: clauseChanges.filter(
        ({ placed, fields }) =>
          !clauses.named.has(placed) &&
          fields.some(({ field, after }) => field === 'topics' && after !== null),
      ).length,
    };
  }

  /** The changes of one kind, in the order of the records. */
  toChanges(
    kind: ImportKind,
    imports: readonly PlacedImport[],
    plans: readonly DraftPlan[],
  ): PlannedChange[] {
    return imports.flatMap(({ placed }, index) => {
      const plan = plans[index];
      if (!plan) return [];
      const { content, fault, ...rest } = plan;
      return [{ kind, placed, ...rest, faults: fault ? [fault] : [] }];
    });
  }

  private async compare(
    kind: ImportKind,
    draftKind: ImportedKind,
    imports: readonly PlacedImport[],
    member: StaffMember,
  ): Promise<PlannedChange[]> {
    const changes: PlannedChange[] = [];
    for (const chunk of chunksOf(imports, AT_A_TIME)) {
      const plans = await this.drafts.plan(
        draftKind,
        chunk.map(({ record }) => record),
        member,
      );
      changes.push(...this.toChanges(kind, chunk, plans));
    }
    return changes;
  }

  /** The code of the one department where the member may import; null where it is the whole city, or several. */
  private async homeOf(member: StaffMember): Promise<string | null> {
    const where = heldIn(member, 'catalogue.import');
    const [only] = where;
    if (where === 'all' || where.length !== 1 || only === undefined) return null;
    return (await this.departments.named([only])).get(only)?.code ?? null;
  }

  private policiesOf(
    { valid, refused: others }: ValidRecords,
    { departments }: Pick<ReferenceTables, 'departments'>,
    home: string | null,
  ): { imports: PlacedImport[]; refused: PlannedChange[] } {
    const refused: PlannedChange[] = [];
    const imports = valid.policies.flatMap(({ record, placed }) => {
      const department = record.department ? departments.get(record.department) : null;
      if (department === undefined) {
        const message = refusedCause(placed, 'department', others) ?? NO_DEPARTMENT;
        refused.push(refusedChange('policies', placed, [{ path: 'department', message }]));
        return [];
      }
      return [{ placed, record: policyContent(record, department?.code ?? null, home) }];
    });
    return { imports, refused };
  }

  private clausesOf(
    { valid, refused: others }: ValidRecords,
    policyChanges: readonly PlannedChange[],
    tables: ReferenceTables,
    topics: Parameters<typeof suggestTopics>[1],
  ): { imports: PlacedImport[]; refused: PlannedChange[]; named: Set<PlacedRecord> } {
    const suggestible = [
      ...topics,
      ...valid.topics.map(({ record: { code, name, aliases } }) => ({ code, name, aliases: aliases ?? [] })),
    ].filter(({ code }) => tables.topics.has(code));
    const causes = [
      ...others,
      ...policyChanges.filter(({ outcome }) => outcome === 'refused').map(({ placed }) => placed),
    ];
    const refused: PlannedChange[] = [];
    const named = new Set<PlacedRecord>();
    const imports = valid.clauses.flatMap(({ record, placed }, index) => {
      const resolution = resolveReferences(record, index, tables);
      if ('faults' in resolution) {
        const faults = resolution.faults.map(({ path, message }) => ({
          path,
          message: refusedCause(placed, path, causes) ?? message,
        }));
        refused.push(refusedChange('clauses', placed, faults));
        return [];
      }
      const codes = topicCodes(resolution.clause, tables);
      if (codes.length > 0) named.add(placed);
      const fitting = suggestTopics(`${record.title}\n${record.benefit}`, suggestible);
      const suggested = codes.length > 0 ? [] : [...new Set(fitting.map(({ code }) => code))].sort();
      const policy = tables.policies.get(record.policy)?.[0]?.code ?? record.policy;
      return [{ placed, record: clauseContent(resolution.clause, policy, codes, suggested) }];
    });
    return { imports, refused, named };
  }
}

/** Codes of the topics that a clause names. */
function topicCodes({ record }: ResolvedClause, { topics }: ReferenceTables): string[] {
  const codes = (record.topics ?? []).map((name) => topics.get(name)?.code ?? name);
  return [...new Set(codes)].sort();
}
