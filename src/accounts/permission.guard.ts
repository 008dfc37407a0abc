import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, UnauthenticatedError } from '../common/common.errors.js';
import { AppConfig } from '../config/app-config.js';
import { bearerOf, type CallerRequest, tokenOf } from './caller.js';
import { type Permission, REQUIRED_PERMISSION } from './permissions.js';
import type { Session, SessionKind } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request through to a route only as far as the route's `@Requires` says. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
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
    request.session = await this.findSession(request, permission === 'signed-in' ? 'account' : 'staff');
    return true;
  }

  private async findSession(request: CallerRequest, kind: SessionKind): Promise<Session> {
    const token = tokenOf(request, kind);
    const session = token ? await this.sessions.find(token) : null;
    if (!session) throw new UnauthenticatedError();
    // A token of the other kind is a person who may not do this, not somebody unknown.
    if (session.kind !== kind) throw new ForbiddenError();
    if (bearerOf(request) === null) this.refuseForgery(request);
    return session;
  }

  /** A cookie is sent along by the browser whoever made the page; writes must come from our own pages. */
  private refuseForgery(request: CallerRequest): void {
    if (SAFE_METHODS.has(request.method)) return;
    const origin = request.headers.origin;
    const own = [
      this.config.publicUrl ? new URL(this.config.publicUrl).origin : null,
      `http://${request.headers.host}`,
    ];
    if (origin === undefined || !own.includes(origin)) throw new ForbiddenError('请从本站页面操作');
  }
}
