import type { INestApplication } from '@nestjs/common';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { StaffAccountsService } from '../../src/staff/staff-accounts.service.js';
import type { StaffRole } from '../../src/staff/role.terms.js';
import { StaffRepository } from '../../src/staff/staff.repository.js';
import type { TestApp } from './start-test-app.js';

export const STAFF_PASSWORD = 'correct horse battery';

/**
 * Creates a staff member; `role` may be one that this version does not know.
 * @param departments codes of the departments where the role is held; none: in the whole city
 */
export function createStaff(
  app: INestApplication,
  username: string,
  role = 'administrator',
  ...departments: (string | undefined)[]
): Promise<string> {
  const accounts = app.get(StaffAccountsService, { strict: false });
  const held = departments.length > 0 ? departments : [undefined];
  return accounts.create(
    username,
    STAFF_PASSWORD,
    held.map((department) => ({ role: role as StaffRole, department })),
  );
}

/** A session token of a staff member, without a log-in: those are limited per minute. */
export async function openStaffSession(app: INestApplication, username: string): Promise<string> {
  const staff = await app.get(StaffRepository, { strict: false }).findByUsername(username);
  if (!staff) throw new Error(`No staff member ${username}`);
  return openSession(app, 'staff', staff.id);
}

/** A session token of any kind and subject. */
export async function openSession(
  app: INestApplication,
  kind: 'staff' | 'account',
  subjectId: string,
): Promise<string> {
  const sessions = app.get(SessionsService, { strict: false });
  const { token } = await app
    .get(UnitOfWork, { strict: false })
    .run(() => sessions.open(kind, subjectId, 'password'));
  return token;
}

/** Calls the staff API with a bearer token. */
export type StaffCall = (method: string, path: string, body?: unknown) => Promise<Response>;

/** A new staff member who may call the API below /api/v1/staff. */
export async function staffCaller(
  server: TestApp,
  username: string,
  role?: string,
  ...departments: string[]
): Promise<StaffCall> {
  await createStaff(server.app, username, role, ...departments);
  const token = await openStaffSession(server.app, username);
  return (method, path, body) =>
    fetch(`${server.url}/api/v1/staff${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
}
