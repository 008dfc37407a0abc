import { Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { DescribesRecord, RecordBody } from '../common/record-body.js';
import { outcomeOf, type SaveOutcomeView } from '../common/save-outcome.view.js';
import { DepartmentsService } from './departments.service.js';
import { DepartmentRecord } from './department.record.js';

@ApiTags('工作人员：部门')
@Requires('catalogue.terms')
@Controller('api/v1/staff/departments')
export class StaffDepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Put(':code')
  @DescribesRecord(DepartmentRecord)
  async put(
    @Param() { code }: CodeParam,
    @RecordBody(DepartmentRecord) record: DepartmentRecord,
  ): Promise<SaveOutcomeView> {
    return outcomeOf(code, await this.departments.save([record]));
  }
}
