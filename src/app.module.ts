import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AuditRoutesModule } from './audit/audit-routes.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import type { AppConfig } from './config/app-config.js';
import { ConsoleModule } from './console/console.module.js';
import { coreModules } from './core-modules.js';
import { EligibilityModule } from './eligibility/eligibility.module.js';
import { StaffImportsModule } from './imports/review/staff-imports.module.js';
import { MeModule } from './me/me.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PortalModule } from './portal/portal.module.js';
import { InterpretationsModule } from './interpretations/interpretations.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SearchModule } from './search/search.module.js';
import { OwnAccountModule } from './staff/account/own-account.module.js';
import { StaffModule } from './staff/staff.module.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { WorkerModule } from './worker/worker.module.js';

/** The whole application; the portal comes last because it answers what no other route does. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...coreModules(config),
        AccountsModule,
        AttachmentsModule,
        AuditRoutesModule,
        CatalogueModule,
        EligibilityModule,
        StaffImportsModule,
        SearchModule,
        InterpretationsModule,
        ReviewsModule,
        StaffModule,
        OwnAccountModule,
        SubscriptionsModule,
        NotificationsModule,
        MeModule,
        WorkerModule,
        OperationsModule,
        ConsoleModule,
        PortalModule,
      ],
    };
  }
}
