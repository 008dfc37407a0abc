import { Module } from '@nestjs/common';
import { StaffDirectory } from './staff-directory.service.js';
import { StaffRepository } from './staff.repository.js';

/** Apart from StaffModule, because the guard of every route needs it and log-in needs the guard's sessions. */
@Module({ providers: [StaffRepository, StaffDirectory], exports: [StaffRepository, StaffDirectory] })
export class StaffDirectoryModule {}
