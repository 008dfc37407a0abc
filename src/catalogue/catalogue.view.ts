import { ApiProperty } from '@nestjs/swagger';
import { ClauseSummary } from '../clauses/clause-summary.view.js';

/** How much stands on the shelves: what is published, not what is drafted. */
export class CatalogueSummary {
  @ApiProperty() departments!: number;
  @ApiProperty() policies!: number;
  @ApiProperty() clauses!: number;
  @ApiProperty() topics!: number;
}

/** What the first page shows. */
export class CatalogueHome {
  @ApiProperty() summary!: CatalogueSummary;
  @ApiProperty({ type: [ClauseSummary] }) newest!: ClauseSummary[];
  @ApiProperty({ type: [ClauseSummary], description: '90 天内截止，最近的在前' })
  closingSoon!: ClauseSummary[];
}

/** What every page needs to know about the site it belongs to. */
export class SiteView {
  @ApiProperty() name!: string;
  @ApiProperty({ description: '演示数据：每页都要说明以官方文本为准' }) demonstration!: boolean;
  @ApiProperty({ description: '对外网址，不带末尾斜杠' }) publicUrl!: string;
  @ApiProperty({ nullable: true, type: String, description: '浏览器里登录的地址；没有则只能在微信里登录' })
  loginUrl!: string | null;
  @ApiProperty({ nullable: true, type: String, description: '浏览器里请求订阅消息授权的地址' }) consentUrl!:
    string | null;
  @ApiProperty({ nullable: true, type: String, description: '浏览器里用微信手机号的地址' }) phoneUrl!:
    string | null;
  @ApiProperty({ nullable: true, type: String, description: '公众号名称；没有则不能由公众号提醒' })
  officialAccount!: string | null;
  @ApiProperty({ description: '能否短信提醒' }) sms!: boolean;
  @ApiProperty({ type: [String], description: '小程序订阅消息模板' }) templateIds!: string[];
}
