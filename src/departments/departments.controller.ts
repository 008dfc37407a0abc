import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { type Page, PageOf } from '../common/page.view.js';
import { DepartmentView } from './department.view.js';
import { DepartmentsService } from './departments.service.js';

@ApiTags('部门')
@Requires('public')
@Controller('api/v1/departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(DepartmentView) })
  async list(): Promise<Page<DepartmentView>> {
    const items = await this.departments.list();
    return { items, page: 1, pageSize: items.length, total: items.length };
  }

  @Get(':code')
  @ApiOkResponse({ type: DepartmentView })
  get(@Param() { code }: CodeParam): Promise<DepartmentView> {
    return this.departments.get(code);
  }
}
