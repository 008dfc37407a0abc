import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, UnauthenticatedError } from '../common/common.errors.js';
import { AppConfig } from '../config/app-config.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';
import { SecondFactorNeededError } from '../staff/staff.errors.js';
import { holds } from '../staff/staff-scope.js';
import { bearerOf, type CallerRequest, tokenOf } from './caller.js';
import { OutOfScopeError } from './accounts.errors.js';
import { requireOwnPage } from './own-origin.js';
import { type Requirement, REQUIREMENT, type StaffPermission, type SubjectScope } from './permissions.js';
import { ScopeResolvers } from './scope-resolvers.js';
import type { Session, SessionKind } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request through to a route only as far as the route's `@Requires` says. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly staff: StaffDirectory,
    private readonly scopes: ScopeResolvers,
    private readonly config: AppConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIREMENT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (requirement === undefined) throw new ForbiddenError();
    if (requirement.permission === 'public') return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    if (requirement.permission === 'signed-in') request.session = await this.findSession(request, 'account');
    else await this.admitStaff(request, requirement.permission, requirement.scope);
    return true;
  }

  private async admitStaff(
    request: CallerRequest,
    permission: 'staff' | StaffPermission,
    scope: Requirement['scope'],
  ): Promise<void> {
    request.session = await this.findSession(request, 'staff');
    const member = await this.staff.find(request.session.subjectId);
    if (!member) throw new UnauthenticatedError();
    request.staff = member;
    if (permission === 'staff') return;
    if (member.secondFactorMissing) throw new SecondFactorNeededError();
    if (!member.permissions.includes(permission)) throw new ForbiddenError();
    if (scope === 'listed') return;
    const department = scope === 'city' ? null : await this.departmentOf(scope, request);
    // What does not exist belongs to nobody: the service answers that it is not there.
    if (department !== undefined && !holds(member, permission, department)) throw new OutOfScopeError();
  }

  private departmentOf(scope: SubjectScope, request: CallerRequest): Promise<string | null | undefined> {
    const { code, id } = request.params as { code?: string; id?: string };
    const key = scope === 'draft' ? id : code;
    if (key === undefined) throw new Error(`A route of scope ${scope} names nothing in its address`);
    return this.scopes.find(scope, key);
  }

  private async findSession(request: CallerRequest, kind: SessionKind): Promise<Session> {
    const token = tokenOf(request, kind);
    const session = token ? await this.sessions.find(token) : null;
    if (!session) throw new UnauthenticatedError();
    // A token of the other kind is a person who may not do this, not somebody unknown.
    if (session.kind !== kind) throw new ForbiddenError();
    if (bearerOf(request) === null && !SAFE_METHODS.has(request.method)) requireOwnPage(request, this.config);
    return session;
  }
}
