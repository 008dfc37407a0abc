import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FOLLOWER_JOB, FollowersService } from '../../src/contacts/followers.service.js';
import { Job } from '../../src/jobs/job.entity.js';
import { CampaignControlService, RELEASE_JOB } from '../../src/notifications/campaign-control.service.js';
import { MATCH_JOB, MatchingService } from '../../src/notifications/matching.service.js';
import { SEND_JOB, SendingService } from '../../src/notifications/sending.service.js';
import { OutboxRelayService } from '../../src/outbox/outbox-relay.service.js';

/** Works on all jobs of a kind, as a worker would; answers how many there were. */
async function work(
  app: INestApplicationContext,
  kind: string,
  handler: (key: string) => Promise<void>,
): Promise<number> {
  const jobs = app.get(DataSource).getRepository(Job);
  const waiting = await jobs.findBy({ kind });
  for (const { id, key } of waiting) {
    await handler(key);
    await jobs.delete({ id });
  }
  return waiting.length;
}

/** Does by hand what the worker does before it sends: outbox and matching. */
export async function matchPush(app: INestApplicationContext): Promise<void> {
  while (await app.get(OutboxRelayService).step());
  await work(app, MATCH_JOB, (campaignId) => app.get(MatchingService).match(campaignId));
  await work(app, RELEASE_JOB, (campaignId) => app.get(CampaignControlService).release(campaignId));
}

/** Does by hand what the worker does, until nothing is left to do: outbox, matching, sending. */
export async function drainPush(app: INestApplicationContext): Promise<void> {
  const sending = app.get(SendingService);
  await work(app, FOLLOWER_JOB, (openId) => app.get(FollowersService).check(openId));
  await matchPush(app);
  while (await sending.dispatch()) await work(app, SEND_JOB, (claimId) => sending.send(claimId));
}
