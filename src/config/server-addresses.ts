import { Injectable } from '@nestjs/common';
import { AppConfig } from './app-config.js';

/** Where this process can be reached. */
@Injectable()
export class ServerAddresses {
  /** Address of portal and API, without a trailing slash; set anew once it listens where the port was 0. */
  publicUrl: string;

  /** Address of the WeChat simulator; null where none runs. */
  simulatorUrl: string | null = null;

  constructor(config: AppConfig) {
    this.publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  }
}
