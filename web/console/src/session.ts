import { shallowRef } from 'vue';
import type { StaffPermission } from '../../../src/accounts/permissions.js';
import type { StaffMeView } from '../../../src/staff/staff.view.js';
import { ApiFault } from './api/api-fault.js';
import { staffApi } from './api/staff-api.js';

/** Who is signed in; null where nobody is, undefined as long as that is not known. */
export const staff = shallowRef<StaffMeView | null>();

/** Whether the signed-in person may do something; the API decides, this only hides what would be refused. */
export const may = (permission: StaffPermission): boolean =>
  staff.value?.permissions.includes(permission) ?? false;

/** Asks who is signed in, unless that is known. */
export async function findStaff(): Promise<StaffMeView | null> {
  if (staff.value !== undefined) return staff.value;
  try {
    staff.value = await staffApi.me();
  } catch (error) {
    if (!(error instanceof ApiFault) || error.status !== 401) throw error;
    staff.value = null;
  }
  return staff.value;
}

/** Signs in; throws what the API says against it. */
export async function signIn(username: string, password: string, code: string): Promise<void> {
  await staffApi.signIn(username, password, code);
  staff.value = await staffApi.me();
}

/** Who is signed in is to be asked anew. */
export function forgetStaff(): void {
  staff.value = undefined;
}

/** Asks anew who is signed in, and what they may do. */
export async function reloadStaff(): Promise<void> {
  staff.value = await staffApi.me();
}

/** Signs out; a session that had ended before is no fault. */
export async function signOut(): Promise<void> {
  try {
    await staffApi.signOut();
  } catch (error) {
    if (!(error instanceof ApiFault) || error.status !== 401) throw error;
  }
  staff.value = null;
}
