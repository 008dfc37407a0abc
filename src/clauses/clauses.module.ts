import { Module } from '@nestjs/common';
import { DepartmentsModule } from '../departments/departments.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ClauseEditorService } from './clause-editor.service.js';
import { ClauseEndingsService } from './clause-endings.service.js';
import { ClauseRegisterService } from './clause-register.service.js';
import { ClauseTitlesRepository } from './clause-titles.repository.js';
import { ClauseViewsRepository } from './clause-views.repository.js';
import { ClauseViewsService } from './clause-views.service.js';
import { ClauseWritesRepository } from './clause-writes.repository.js';
import { ClausesController } from './clauses.controller.js';
import { ClausesRepository } from './clauses.repository.js';
import { ClausesService } from './clauses.service.js';
import { StaffClausesController } from './staff-clauses.controller.js';
import { StaffClausesRepository } from './staff-clauses.repository.js';
import { StaffClausesService } from './staff-clauses.service.js';
import { TitleBookService } from './title-book.service.js';

@Module({
  imports: [DepartmentsModule, OutboxModule, TopicsModule],
  controllers: [ClausesController, StaffClausesController],
  providers: [
    ClausesRepository,
    ClauseWritesRepository,
    StaffClausesRepository,
    ClausesService,
    ClauseViewsRepository,
    ClauseViewsService,
    StaffClausesService,
    ClauseEditorService,
    ClauseEndingsService,
    ClauseRegisterService,
    ClauseTitlesRepository,
    TitleBookService,
  ],
  exports: [
    ClausesService,
    ClauseEditorService,
    ClauseEndingsService,
    ClauseRegisterService,
    TitleBookService,
  ],
})
export class ClausesModule {}
