import { mkdir } from 'node:fs/promises';
import { Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import { dataSourceOptions, dialectOf } from './data-source-options.js';
import { migrate } from './migrate.js';
import { UnitOfWork } from './unit-of-work.js';

const READER = 'READER_DATA_SOURCE';

/** The writer, migrated before anything else starts. */
const WriterConnection = TypeOrmModule.forRootAsync({
  inject: [AppConfig],
  useFactory: async (config: AppConfig) => {
    if (dialectOf(config) === 'sqlite') await mkdir(config.dataDir, { recursive: true });
    return { ...dataSourceOptions(config), retryAttempts: 0 };
  },
  dataSourceFactory: async (options) => {
    if (!options) throw new Error('The data source has no options');
    const source = await new DataSource(options).initialize();
    await migrate(source);
    return source;
  },
});

@Global()
@Module({
  imports: [WriterConnection],
  providers: [
    {
      provide: READER,
      inject: [AppConfig, getDataSourceToken()],
      useFactory: (config: AppConfig, writer: DataSource) =>
        dialectOf(config) === 'mysql'
          ? writer
          : new DataSource(dataSourceOptions(config, 'reader')).initialize(),
    },
    {
      provide: UnitOfWork,
      inject: [getDataSourceToken(), READER],
      useFactory: (writer: DataSource, reader: DataSource) => new UnitOfWork(writer, reader),
    },
  ],
  exports: [UnitOfWork],
})
export class DatabaseModule {}
