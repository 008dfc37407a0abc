import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { LOCAL_URL } from './local-url.js';

/** The simulator's template for staff; the real WeChat does not know it. */
const SIMULATED_REVIEW_TEMPLATE = 'TEMPLATE-OFFICIAL-REVIEW-0001';

/** Settings of the ways to people: the mini program, the official account, text messages. */
export class ChannelSettings {
  /** `simulator` never leaves this machine; `live` calls api.weixin.qq.com. */
  @IsIn(['simulator', 'live'])
  wechatMode: 'simulator' | 'live' = 'simulator';

  /** Port of the WeChat simulator in simulator mode; 0 takes a free one. */
  @IsInt()
  @Min(0)
  @Max(65535)
  simulatorPort = 3081;

  /** An external simulator to use instead of starting one. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  simulatorUrl?: string;

  @IsString()
  @Matches(/^wx[0-9a-zA-Z]{16}$/)
  wechatAppId = 'wx0000000000000001';

  @IsString()
  @Length(8, 128)
  wechatAppSecret = 'simulator-secret';

  /** Milliseconds for one call to WeChat; a worker that does not report for five times as long counts as dead. */
  @IsInt()
  @Min(200)
  @Max(20_000)
  wechatTimeoutMs = 8_000;

  @IsString()
  @Length(8, 128)
  wechatTemplateId = 'TEMPLATE-POLICY-NEWS-0001';

  /** `one_time`: each consent allows one message; `long_term`: one consent allows many (政务民生 templates). */
  @IsIn(['one_time', 'long_term'])
  wechatTemplateKind: 'one_time' | 'long_term' = 'one_time';

  /** The template's keys for clause, department, benefit and reason, in this order. */
  @ArrayMinSize(4)
  @ArrayMaxSize(4)
  @Matches(/^[a-z_]+\d+$/, { each: true })
  wechatTemplateKeys: string[] = ['thing1', 'thing2', 'thing3', 'thing4'];

  @IsString()
  @Matches(/^[0-9a-zA-Z]{3,32}$/)
  wechatCallbackToken = 'simulatortoken';

  /** 43 characters; switches the callback to safe mode. */
  @IsOptional()
  @Matches(/^[0-9a-zA-Z]{43}$/)
  wechatCallbackAesKey?: string;

  /** The official account (公众号) of the same open-platform account; auto: only with the simulator. */
  @IsIn(['on', 'off', 'auto'])
  officialAccount: 'on' | 'off' | 'auto' = 'auto';

  /** How people know it: they must follow it to be told by it. */
  @IsString()
  @Length(1, 40)
  officialName = '政策超市公众号';

  @IsString()
  @Matches(/^wx[0-9a-zA-Z]{16}$/)
  officialAppId = 'wx0000000000000002';

  @IsString()
  @Length(8, 128)
  officialAppSecret = 'simulator-secret';

  @IsString()
  @Length(8, 128)
  officialTemplateId = 'TEMPLATE-OFFICIAL-NEWS-0001';

  /** As of the mini program's template. */
  @ArrayMinSize(4)
  @ArrayMaxSize(4)
  @Matches(/^[a-z_]+\d+$/, { each: true })
  officialTemplateKeys: string[] = ['thing1', 'thing2', 'thing3', 'thing4'];

  /** The official account's template that tells staff what waits for them; the real WeChat needs one of its own. */
  @IsString()
  @Length(8, 128)
  officialReviewTemplateId = SIMULATED_REVIEW_TEMPLATE;

  /** Its keys for the draft, what is to be done, until when, and a remark, in this order. */
  @ArrayMinSize(4)
  @ArrayMaxSize(4)
  @Matches(/^[a-z_]+\d+$/, { each: true })
  officialReviewTemplateKeys: string[] = ['thing1', 'thing2', 'thing3', 'thing4'];

  @IsString()
  @Matches(/^[0-9a-zA-Z]{3,32}$/)
  officialCallbackToken = 'simulatortoken';

  @IsOptional()
  @Matches(/^[0-9a-zA-Z]{43}$/)
  officialCallbackAesKey?: string;

  /** Which driver sends text messages: `log` writes them to the log; auto: `log`, and only with the simulator. */
  @IsIn(['log', 'off', 'auto'])
  smsDriver: 'log' | 'off' | 'auto' = 'auto';

  /** Seals telephone numbers in the database; another one makes the old numbers count as not given. */
  @IsString()
  @Length(32, 128)
  phoneKey = 'simulator-key-simulator-key-simulator';

  /** Whether there is an official account. */
  get officialOn(): boolean {
    return this.officialAccount === 'auto' ? this.wechatMode === 'simulator' : this.officialAccount === 'on';
  }

  /** Whether staff are told by the official account: with the real WeChat, once its template is set. */
  get reviewMessagesOn(): boolean {
    const hasTemplate = this.officialReviewTemplateId !== SIMULATED_REVIEW_TEMPLATE;
    return this.officialOn && (this.wechatMode === 'simulator' || hasTemplate);
  }

  /** Whether text messages are sent. */
  get smsOn(): boolean {
    return this.smsDriver === 'auto' ? this.wechatMode === 'simulator' : this.smsDriver !== 'off';
  }
}
