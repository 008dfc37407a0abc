import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { InterpretationsController } from './interpretations.controller.js';
import { InterpretationsRepository } from './interpretations.repository.js';
import { InterpretationsService } from './interpretations.service.js';

@Module({
  imports: [PoliciesModule],
  controllers: [InterpretationsController],
  providers: [InterpretationsRepository, InterpretationsService],
  exports: [InterpretationsService],
})
export class InterpretationsModule {}
