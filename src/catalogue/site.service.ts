import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import type { SiteView } from './catalogue.view.js';

/** What every page needs to know about the site. */
@Injectable()
export class SiteService {
  constructor(
    private readonly config: AppConfig,
    private readonly addresses: ServerAddresses,
  ) {}

  get(): SiteView {
    const simulator = this.addresses.simulatorUrl;
    const app = `app_id=${this.config.wechatAppId}`;
    return {
      name: this.config.siteName,
      demonstration: this.config.demoCatalogue,
      publicUrl: this.addresses.publicUrl,
      loginUrl: simulator ? `${simulator}/login?${app}` : null,
      consentUrl: simulator ? `${simulator}/consent?${app}` : null,
      phoneUrl: simulator && this.config.smsOn ? `${simulator}/phone-number?${app}` : null,
      officialAccount: this.config.officialOn ? this.config.officialName : null,
      sms: this.config.smsOn,
      templateIds: [this.config.wechatTemplateId],
    };
  }
}
