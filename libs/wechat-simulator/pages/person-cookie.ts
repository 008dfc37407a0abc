import type { FastifyReply, FastifyRequest } from 'fastify';

// Cookies do not tell ports apart, so the name must not be one that a web site on the same host could use.
const NAME = 'wechat_simulator_person';

/** Id of the person this browser logged in as, if any. It may name somebody who is gone. */
export function rememberedPerson(request: FastifyRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{1,40})`).exec(request.headers.cookie ?? '')?.[1];
}

/** Remembers whom this browser chose. */
export function rememberPerson(reply: FastifyReply, personId: string): void {
  reply.header('set-cookie', `${NAME}=${personId}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`);
}
