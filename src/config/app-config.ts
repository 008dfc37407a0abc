import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { ChannelSettings } from './channel-settings.js';
import { LOCAL_URL } from './local-url.js';

/** Every setting, typed and validated. Names, meanings and defaults for people: .env.example. */
export class AppConfig extends ChannelSettings {
  @IsIn(['development', 'production', 'test'])
  environment: 'development' | 'production' | 'test' = 'development';

  @IsString()
  @Length(1, 255)
  host = '127.0.0.1';

  /** Port of the API and the pages; 0 takes a free one. */
  @IsInt()
  @Min(0)
  @Max(65535)
  port = 3080;

  /** Where people reach the portal, without a trailing slash; empty = http://host:port. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  publicUrl?: string;

  /** How many proxies in front may set X-Forwarded-For. */
  @IsInt()
  @Min(0)
  @Max(10)
  trustedProxies = 0;

  @IsString()
  @Length(1, 4096)
  dataDir = './data';

  /** mysql:// or mariadb://user:password@host:port/database; empty = the embedded database in dataDir. */
  @IsOptional()
  @Matches(/^(mysql|mariadb):\/\/[^\s]+\/[^\s/]+$/)
  databaseUrl?: string;

  @IsInt()
  @Min(1)
  @Max(200)
  databasePoolSize = 10;

  @IsString()
  @Length(1, 40)
  siteName = '政策超市';

  /** Loads the demonstration catalogue into an empty database and says on every page that it is one. */
  @IsBoolean()
  demoCatalogue = true;

  /** Runs matching and sending inside this process; switch off where worker processes run beside it. */
  @IsBoolean()
  worker = true;

  /** Which queue tells workers where to look; the rows in the database are the truth with either. */
  @IsIn(['database', 'bullmq'])
  jobQueue: 'database' | 'bullmq' = 'database';

  /** redis://… or rediss://…; needed by the queue `bullmq`. */
  @IsOptional()
  @Matches(/^rediss?:\/\/[^\s]+$/)
  redisUrl?: string;

  /** After so many days, taken WeChat events and handled outbox events are deleted. */
  @IsInt()
  @Min(2)
  @Max(3650)
  workRetentionDays = 30;

  /** Most WeChat messages a second over all workers; 0 = no limit. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  sendRatePerSecond = 500;

  /** on: nobody is messaged between 22:00 and 08:00; auto: only where the real WeChat is used. */
  @IsIn(['on', 'off', 'auto'])
  quietHours: 'on' | 'off' | 'auto' = 'auto';

  /** Most WeChat messages a day to one person; what exceeds it waits for the next morning's summary. */
  @IsInt()
  @Min(1)
  @Max(100)
  sendDailyCap = 10;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent' = 'warn';

  /** Requests per minute and address; searches and log-ins have stricter limits of their own. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  rateLimitPerMinute = 600;

  @IsInt()
  @Min(1024)
  @Max(1024 * 1024 * 1024)
  importMaxBytes = 50 * 1024 * 1024;

  /** Largest attachment of a clause or policy, in bytes. */
  @IsInt()
  @Min(1024)
  @Max(1024 * 1024 * 1024)
  attachmentMaxBytes = 20 * 1024 * 1024;

  /** Folder of attachments; empty = attachments in dataDir. */
  @IsOptional()
  @IsString()
  @Length(1, 4096)
  attachmentsDir?: string;

  @IsInt()
  @Min(1)
  @Max(16)
  searchThreads = 1;

  /** Bearer token for /metrics; without one only this machine may read it. */
  @IsOptional()
  @Length(16, 256)
  metricsToken?: string;

  @IsInt()
  @Min(1)
  @Max(365)
  sessionDays = 30;

  /** Proves who wrote the audit log; without it, whoever can write to the database could write the log anew. */
  @IsOptional()
  @Length(32, 256)
  auditKey?: string;

  /** File that the end of the audit log is written to now and then; empty = audit-checkpoints.jsonl in dataDir. */
  @IsOptional()
  @IsString()
  @Length(1, 4096)
  auditCheckpointFile?: string;

  /** Who must prove who they are by a code of their phone, too: nobody, all who review, or all staff. */
  @IsIn(['off', 'reviewers', 'all'])
  secondFactor: 'off' | 'reviewers' | 'all' = 'off';

  /** Encrypts the secrets of second factors; without it a key is made in dataDir. */
  @IsOptional()
  @Length(32, 256)
  secretsKey?: string;

  /** How long an invitation can be taken up. */
  @IsInt()
  @Min(1)
  @Max(720)
  invitationHours = 72;

  /** `id:base64` of 32 bytes each: the first seals what people keep, all open it. Empty = a key file in dataDir. */
  @ArrayMaxSize(8)
  @Matches(/^[a-z0-9]{1,16}:[A-Za-z0-9+/]{43}=$/, { each: true })
  profileKeys: string[] = [];

  /** How long what people keep stays after their last change. */
  @IsInt()
  @Min(1)
  @Max(3650)
  profileRetentionDays = 730;

  /** JSON file of registered enterprises, for filling in forms; empty = none. */
  @IsOptional()
  @IsString()
  @Length(1, 4096)
  enterpriseDataFile?: string;

  /** Whether nobody is messaged at night. */
  get quiet(): boolean {
    return this.quietHours === 'auto' ? this.wechatMode === 'live' : this.quietHours === 'on';
  }
}
