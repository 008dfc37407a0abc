import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesRepository } from './policies.repository.js';
import { PoliciesService } from './policies.service.js';
import { StaffPoliciesController } from './staff-policies.controller.js';

@Module({
  imports: [ClausesModule],
  controllers: [PoliciesController, StaffPoliciesController],
  providers: [PoliciesRepository, PoliciesService],
  exports: [PoliciesService],
})
export class PoliciesModule {}
