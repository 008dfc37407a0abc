import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from './app-config.js';
import { ServerAddresses } from './server-addresses.js';

/** Makes the one validated configuration available everywhere. */
@Module({})
export class ConfigModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: AppConfig, useValue: config }, ServerAddresses],
      exports: [AppConfig, ServerAddresses],
    };
  }
}
