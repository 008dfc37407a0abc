import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ImportReader } from './import-reader.service.js';
import { ImportsService } from './imports.service.js';
import { RecordSaver } from './record-saver.js';

/** Imports of whoever operates the system: what files say is saved and published. */
@Module({
  imports: [ClausesModule, DepartmentsModule, PoliciesModule, TopicsModule],
  providers: [ImportReader, ImportsService, RecordSaver],
  exports: [ImportReader, ImportsService],
})
export class ImportsModule {}
