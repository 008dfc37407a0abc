import { Module } from '@nestjs/common';
import { ClausesModule } from '../../clauses/clauses.module.js';
import { DepartmentsModule } from '../../departments/departments.module.js';
import { ReviewsModule } from '../../reviews/reviews.module.js';
import { TopicsModule } from '../../topics/topics.module.js';
import { ImportsModule } from '../imports.module.js';
import { ImportPlanner } from './import-planner.service.js';
import { StaffImportsController } from './staff-imports.controller.js';
import { StaffImportsService } from './staff-imports.service.js';
import { TermsImportService } from './terms-import.service.js';

/** Imports of the console: what files say becomes drafts. */
@Module({
  imports: [ClausesModule, DepartmentsModule, ImportsModule, ReviewsModule, TopicsModule],
  controllers: [StaffImportsController],
  providers: [ImportPlanner, StaffImportsService, TermsImportService],
})
export class StaffImportsModule {}
