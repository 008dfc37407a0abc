import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, UnauthenticatedError } from '../common/common.errors.js';
import { AppConfig } from '../config/app-config.js';
import { bearerOf, type CallerRequest, tokenOf } from './caller.js';
import { requireOwnPage } from './own-origin.js';
import { type Permission, REQUIRED_PERMISSION, type StaffPermission } from './permissions.js';
import type { Session, SessionKind } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request through to a route only as far as the route's `@Requires` says. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly staff: StaffDirectory,
    private readonly config: AppConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRED_PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (permission === undefined) throw new ForbiddenError();
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    if (permission === 'signed-in') request.session = await this.findSession(request, 'account');
    else await this.admitStaff(request, permission);
    return true;
  }

  private async admitStaff(request: CallerRequest, permission: 'staff' | StaffPermission): Promise<void> {
    request.session = await this.findSession(request, 'staff');
    const member = await this.staff.find(request.session.subjectId);
    if (!member) throw new UnauthenticatedError();
    if (permission !== 'staff' && !member.permissions.includes(permission)) throw new ForbiddenError();
    request.staff = member;
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
