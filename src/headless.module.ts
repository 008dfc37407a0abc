import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { AppConfig } from './config/app-config.js';
import { coreModules } from './core-modules.js';

/** A process without HTTP and without a search index: what every process needs, and the features that it names. */
@Module({})
export class HeadlessModule {
  static for(config: AppConfig, features: Type[]): DynamicModule {
    return { module: HeadlessModule, imports: [...coreModules(config), ...features] };
  }
}
