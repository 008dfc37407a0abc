import { Module } from '@nestjs/common';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';
import { TopicsService } from './topics.service.js';
import { StaffTopicsController } from './staff-topics.controller.js';

@Module({
  controllers: [TopicsController, StaffTopicsController],
  providers: [TopicsRepository, TopicsService],
  exports: [TopicsService],
})
export class TopicsModule {}
