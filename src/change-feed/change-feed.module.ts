import { Global, Module } from '@nestjs/common';
import { ChangeFeedRepository } from './change-feed.repository.js';
import { ChangeFeedService } from './change-feed.service.js';

@Global()
@Module({ providers: [ChangeFeedRepository, ChangeFeedService], exports: [ChangeFeedService] })
export class ChangeFeedModule {}
