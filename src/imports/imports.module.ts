import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { RecordSaver } from './record-saver.js';

@Module({
  imports: [ClausesModule, DepartmentsModule, PoliciesModule, TopicsModule],
  controllers: [ImportsController],
  providers: [ImportsService, RecordSaver],
  exports: [ImportsService],
})
export class ImportsModule {}
