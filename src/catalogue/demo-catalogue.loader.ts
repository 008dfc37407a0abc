import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { sourcesAt } from '../imports/import-source.js';
import { ImportsService } from '../imports/imports.service.js';

/** In the project's folder, wherever the process was started. */
const FOLDER = fileURLToPath(new URL('../../../data-demo', import.meta.url));

/** Imports the demonstration catalogue into an empty database, as anybody would, and tells nobody. */
@Injectable()
export class DemoCatalogueLoader implements OnApplicationBootstrap {
  private readonly logger = new Logger('DemoCatalogue');

  constructor(
    private readonly config: AppConfig,
    private readonly departments: DepartmentsService,
    private readonly imports: ImportsService,
    private readonly uow: UnitOfWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demoCatalogue) return;
    const sources = await sourcesAt(FOLDER);
    // One transaction around both: of two processes that start together, the second finds the first one's work.
    await this.uow.run(async () => {
      if ((await this.departments.count()) > 0) return;
      const { saved, faults } = await this.imports.import(sources, { silent: true });
      if (!saved) throw new Error(`data-demo: ${JSON.stringify(faults)}`);
      this.logger.log('Demonstration catalogue loaded');
    });
  }
}
