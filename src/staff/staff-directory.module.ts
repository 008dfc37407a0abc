import { Module } from '@nestjs/common';
import { DelegationsRepository } from './delegations.repository.js';
import { StaffAssignmentsRepository } from './staff-assignments.repository.js';
import { StaffDirectory } from './staff-directory.service.js';
import { StaffRepository } from './staff.repository.js';

const REPOSITORIES = [StaffRepository, StaffAssignmentsRepository, DelegationsRepository];

/** Apart from StaffModule, because the guard of every route needs it and log-in needs the guard's sessions. */
@Module({ providers: [...REPOSITORIES, StaffDirectory], exports: [...REPOSITORIES, StaffDirectory] })
export class StaffDirectoryModule {}
