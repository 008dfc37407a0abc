import { Module } from '@nestjs/common';
import { StaffNoticesController } from './staff-notices.controller.js';
import { StaffNoticesRepository } from './staff-notices.repository.js';
import { StaffNoticesService } from './staff-notices.service.js';

@Module({
  controllers: [StaffNoticesController],
  providers: [StaffNoticesRepository, StaffNoticesService],
  exports: [StaffNoticesService],
})
export class StaffNoticesModule {}
