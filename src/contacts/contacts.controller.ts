import { Body, Controller, Delete, HttpCode, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { PhoneCodeRecord } from './contact.record.js';
import { ContactsService } from './contacts.service.js';

/** The switches for other ways to be told than the mini program; each is moved by its person only. */
@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Put('official-account')
  @HttpCode(204)
  @ApiNoContentResponse()
  chooseOfficialAccount(@CallerId() accountId: string): Promise<void> {
    return this.contacts.chooseOfficialAccount(accountId);
  }

  @Delete('official-account')
  @HttpCode(204)
  @ApiNoContentResponse()
  leaveOfficialAccount(@CallerId() accountId: string): Promise<void> {
    return this.contacts.leaveOfficialAccount(accountId);
  }

  /** Every exchange of a code may cost the city money. */
  @Put('phone')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(204)
  @ApiNoContentResponse()
  choosePhone(@CallerId() accountId: string, @Body() { code }: PhoneCodeRecord): Promise<void> {
    return this.contacts.choosePhone(accountId, code);
  }

  @Delete('phone')
  @HttpCode(204)
  @ApiNoContentResponse()
  leavePhone(@CallerId() accountId: string): Promise<void> {
    return this.contacts.leavePhone(accountId);
  }
}
