import { Module } from '@nestjs/common';
import { DepartmentDaysRepository } from './department-days.repository.js';
import { DepartmentDaysService } from './department-days.service.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsRepository } from './departments.repository.js';
import { DepartmentsService } from './departments.service.js';
import { StaffDepartmentsController } from './staff-departments.controller.js';

@Module({
  controllers: [DepartmentsController, StaffDepartmentsController],
  providers: [DepartmentDaysRepository, DepartmentDaysService, DepartmentsRepository, DepartmentsService],
  exports: [DepartmentDaysService, DepartmentsService],
})
export class DepartmentsModule {}
