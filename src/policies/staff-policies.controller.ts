import { Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { DescribesRecord, RecordBody } from '../common/record-body.js';
import { outcomeOf, type SaveOutcomeView } from '../common/save-outcome.view.js';
import { PoliciesService } from './policies.service.js';
import { PolicyRecord } from './policy.record.js';

@ApiTags('工作人员：政策')
@Requires('catalogue.write')
@Controller('api/v1/staff/policies')
export class StaffPoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Put(':code')
  @DescribesRecord(PolicyRecord)
  async put(
    @Param() { code }: CodeParam,
    @RecordBody(PolicyRecord) record: PolicyRecord,
  ): Promise<SaveOutcomeView> {
    return outcomeOf(code, await this.policies.save([record]));
  }
}
