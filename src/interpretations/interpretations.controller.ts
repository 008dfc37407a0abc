import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { InterpretationView } from './interpretation.view.js';
import { InterpretationsService } from './interpretations.service.js';

@ApiTags('解读')
@Requires('public')
@Controller('api/v1/interpretations')
export class InterpretationsController {
  constructor(private readonly interpretations: InterpretationsService) {}

  @Get(':code')
  @ApiOkResponse({ type: InterpretationView })
  get(@Param() { code }: CodeParam): Promise<InterpretationView> {
    return this.interpretations.get(code);
  }
}
