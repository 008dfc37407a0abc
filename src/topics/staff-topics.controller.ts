import { Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { DescribesRecord, RecordBody } from '../common/record-body.js';
import { outcomeOf, type SaveOutcomeView } from '../common/save-outcome.view.js';
import { TopicsService } from './topics.service.js';
import { TopicRecord } from './topic.record.js';

@ApiTags('工作人员：主题')
@Requires('catalogue.terms')
@Controller('api/v1/staff/topics')
export class StaffTopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Put(':code')
  @DescribesRecord(TopicRecord)
  async put(
    @Param() { code }: CodeParam,
    @RecordBody(TopicRecord) record: TopicRecord,
  ): Promise<SaveOutcomeView> {
    return outcomeOf(code, await this.topics.save([record]));
  }
}
