import type { DelegationView, PersonView } from '../../../../src/staff/staff.view.js';
import { call } from './call.js';

/** Who decides in whose place; each call throws what `call` throws. */
export const delegationsApi = {
  colleagues: () => call('GET', '/staff/colleagues') as Promise<PersonView[]>,
  list: () => call('GET', '/staff/delegations') as Promise<DelegationView[]>,
  create: (delegation: { to: string; firstDay: string; lastDay: string; from?: string }) =>
    call('POST', '/staff/delegations', delegation) as Promise<DelegationView>,
  end: (id: string) => call('DELETE', `/staff/delegations/${encodeURIComponent(id)}`),
};
