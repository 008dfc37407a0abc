import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import { ClauseEditorService } from '../clauses/clause-editor.service.js';
import { ClauseRecord } from '../clauses/clause.record.js';
import { validateRecord } from '../common/validate-record.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentRecord } from '../departments/department.record.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { PolicyRecord } from '../policies/policy.record.js';
import { TopicRecord } from '../topics/topic.record.js';
import { TopicsService } from '../topics/topics.service.js';

const FOLDER = 'data-demo';

function recordsOf<T extends object>(
  type: ClassConstructor<T>,
  files: Record<string, unknown[]>[],
  list: string,
): T[] {
  return files
    .flatMap((file) => file[list] ?? [])
    .map((plain) => {
      const { record, faults } = validateRecord(type, plain);
      if (faults.length > 0) throw new Error(`${FOLDER} ${list}: ${JSON.stringify(faults)}`);
      return record;
    });
}

/** Puts the demonstration catalogue into an empty database, all or nothing, and tells nobody. */
@Injectable()
export class DemoCatalogueLoader implements OnApplicationBootstrap {
  private readonly logger = new Logger('DemoCatalogue');

  constructor(
    private readonly config: AppConfig,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly policies: PoliciesService,
    private readonly clauses: ClauseEditorService,
    private readonly uow: UnitOfWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demoCatalogue || (await this.departments.count()) > 0) return;
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
    const files = await Promise.all(
      names.map(
        async (name) => JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Record<string, unknown[]>,
      ),
    );
    await this.uow.run(async () => {
      await this.departments.save(recordsOf(DepartmentRecord, files, 'departments'));
      await this.topics.save(recordsOf(TopicRecord, files, 'topics'));
      await this.policies.save(recordsOf(PolicyRecord, files, 'policies'));
      const { faults } = await this.clauses.save(recordsOf(ClauseRecord, files, 'clauses'), { silent: true });
      if (faults.length > 0) throw new Error(`${FOLDER} clauses: ${JSON.stringify(faults)}`);
    });
    this.logger.log('Demonstration catalogue loaded');
  }
}
