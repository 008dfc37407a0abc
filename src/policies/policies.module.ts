import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesRepository } from './policies.repository.js';
import { PoliciesService } from './policies.service.js';
import { PolicyRegisterService } from './policy-register.service.js';

@Module({
  imports: [ClausesModule, DepartmentsModule],
  controllers: [PoliciesController],
  providers: [PoliciesRepository, PoliciesService, PolicyRegisterService],
  exports: [PoliciesService, PolicyRegisterService],
})
export class PoliciesModule {}
