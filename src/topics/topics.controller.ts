import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { type Page, PageOf } from '../common/page.view.js';
import { TopicGroupView, TopicView } from './topic.view.js';
import { TopicsService } from './topics.service.js';

@ApiTags('主题')
@Requires('public')
@Controller('api/v1/topics')
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(TopicGroupView) })
  async list(): Promise<Page<TopicGroupView>> {
    const items = await this.topics.groups();
    return { items, page: 1, pageSize: items.length, total: items.length };
  }

  @Get(':code')
  @ApiOkResponse({ type: TopicView })
  get(@Param() { code }: CodeParam): Promise<TopicView> {
    return this.topics.get(code);
  }
}
