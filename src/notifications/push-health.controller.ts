import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { type PushHealth, PushHealthService } from './push-health.service.js';

/** For alarms: 200 while the push works, however much it has to do; 503 with the reason once somebody must come. */
@ApiTags('运维')
@Requires('public')
@Controller('health/push')
export class PushHealthController {
  constructor(private readonly health: PushHealthService) {}

  @Get()
  check(): Promise<PushHealth> {
    return this.health.check();
  }
}
