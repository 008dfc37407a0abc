import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UnauthenticatedError } from '../common/common.errors.js';
import type { StaffMember } from '../staff/staff-member.js';
import type { Session, SessionKind } from './session.entity.js';

/** Cookies of the two kinds of sessions; a person may hold both in one browser. */
export const SESSION_COOKIES = { account: 'ps_session', staff: 'ps_staff' } as const;

/** A request whose session was looked up by the guard. */
export interface CallerRequest extends FastifyRequest {
  session?: Session;
  /** Of staff sessions only. */
  staff?: StaffMember;
}

/** The id of the signed-in account or staff member of a route that requires one. */
export const CallerId = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const session = context.switchToHttp().getRequest<CallerRequest>().session;
  if (!session) throw new UnauthenticatedError();
  return session.subjectId;
});

/** The signed-in staff member of a route that requires one. */
export const CallerStaff = createParamDecorator((_data: unknown, context: ExecutionContext): StaffMember => {
  const { staff } = context.switchToHttp().getRequest<CallerRequest>();
  if (!staff) throw new UnauthenticatedError();
  return staff;
});

/** The session of a route that requires one. */
export const CallerSession = createParamDecorator((_data: unknown, context: ExecutionContext): Session => {
  const { session } = context.switchToHttp().getRequest<CallerRequest>();
  if (!session) throw new UnauthenticatedError();
  return session;
});

/** The bearer token of a request, null where it has none. */
export function bearerOf(request: FastifyRequest): string | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

/** The session token that a request brings: as bearer token, or in the cookie of its kind. */
export const tokenOf = (request: FastifyRequest, kind: SessionKind): string | undefined =>
  bearerOf(request) ?? request.cookies[SESSION_COOKIES[kind]];
