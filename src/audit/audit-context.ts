import { AsyncLocalStorage } from 'node:async_hooks';
import { hostname, userInfo } from 'node:os';
import { Injectable } from '@nestjs/common';
import type { CallerRequest } from '../accounts/caller.js';
import type { AuditActor, AuditOrigin } from './audit-event.js';

/** What runs on the command line or by itself acts under the name of the machine's user. */
function processActor(): AuditActor {
  try {
    return { kind: 'system', id: null, name: userInfo().username };
  } catch {
    // Containers run under users that no list names.
    return { kind: 'system', id: null, name: 'system' };
  }
}

/** Knows who is acting from where at any depth of a request, so that services need not hand it through. */
@Injectable()
export class AuditContext {
  private readonly requests = new AsyncLocalStorage<CallerRequest>();
  private readonly itself = processActor();
  private readonly machine: AuditOrigin = { address: hostname(), agent: 'process', requestId: null };

  /** Everything that `work` causes belongs to the request. */
  run(request: CallerRequest, work: () => void): void {
    this.requests.run(request, work);
  }

  /** Whoever is signed in to the request under way; this process where there is no request. */
  actor(): AuditActor {
    const request = this.requests.getStore();
    if (!request) return this.itself;
    if (!request.staff) return { kind: 'anonymous', id: null, name: '' };
    return { kind: 'staff', id: request.staff.id, name: request.staff.username };
  }

  origin(): AuditOrigin {
    const request = this.requests.getStore();
    if (!request) return this.machine;
    return { address: request.ip, agent: request.headers['user-agent'] ?? '', requestId: request.id };
  }
}
