import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { attributesOf, ruleSchema } from '#libs/eligibility';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { NamedCode } from '../common/named-code.view.js';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { questionOf } from './answer-clause.js';
import { AnswersRecord, CreditCodeRecord, LookUpQuery, SubjectQuery } from './answer.record.js';
import { AnswersView, ClauseAnswerView, QuestionView } from './answer.view.js';
import { AnswersService } from './answers.service.js';
import type { RegisteredEnterprise } from './enterprise-data.gateway.js';
import { LookUpsService } from './look-ups.service.js';
import { KeepingView } from './profile.view.js';
import { ProfilesService } from './profiles.service.js';

/** What can I get? Answers come in bodies, never in addresses: addresses are logged. */
@ApiTags('我能享受什么')
@Requires('public')
@Controller('api/v1/eligibility')
export class EligibilityController {
  constructor(
    private readonly answers: AnswersService,
    private readonly lookUps: LookUpsService,
    private readonly profiles: ProfilesService,
  ) {}

  /** All that can be asked, in the order in which it is best asked. */
  @Get('vocabulary')
  @ApiOkResponse({ type: [QuestionView] })
  vocabulary(@Query() { subject }: SubjectQuery): { items: QuestionView[] } {
    return { items: attributesOf(subject).flatMap(({ key }) => questionOf(subject, key)) };
  }

  /** How rules are written, as JSON Schema. */
  @Get('rule.schema.json')
  schema(): object {
    return ruleSchema();
  }

  /** What keeping answers would mean: what for, and until when. */
  @Get('keeping')
  @ApiOkResponse({ type: KeepingView })
  keeping(): KeepingView {
    return this.profiles.keeping();
  }

  @Get('industries')
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: [NamedCode] })
  industries(@Query() { q }: LookUpQuery): { items: NamedCode[] } {
    return { items: this.lookUps.industries(q) };
  }

  @Get('areas')
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: [NamedCode] })
  areas(@Query() { q }: LookUpQuery): { items: NamedCode[] } {
    return { items: this.lookUps.areas(q) };
  }

  /** What somebody can get, as far as the answers tell. Nothing is kept. */
  @Post('answers')
  @HttpCode(200)
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: AnswersView })
  answer(@Body() record: AnswersRecord): Promise<AnswersView> {
    return this.answers.answer(record);
  }

  /** Whether one clause fits. Nothing is kept. */
  @Post('clauses/:code')
  @HttpCode(200)
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: ClauseAnswerView })
  answerOne(@Param() { code }: CodeParam, @Body() record: AnswersRecord): Promise<ClauseAnswerView> {
    return this.answers.answerOne(code, record);
  }

  /** What the public register says of an enterprise, to fill in the form. */
  @Post('enterprises')
  @HttpCode(200)
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  enterprise(@Body() { creditCode }: CreditCodeRecord): Promise<RegisteredEnterprise> {
    return this.lookUps.enterprise(creditCode);
  }
}
