import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CSS = 'text/css; charset=utf-8';
const FILES = [
  ['phone.css', CSS],
  ['rows.css', CSS],
  ['messages.css', CSS],
  ['live.js', 'text/javascript; charset=utf-8'],
] as const;

/** The compiler copies no styles: they are beside this lib in a package, or still in the source tree. */
const PLACES = ['../assets/', '../../../../libs/wechat-simulator/assets/'];

/** Serves the style sheets and the script of the pages. @throws Error when they were not shipped */
export function assetRoutes(server: FastifyInstance): void {
  for (const [name, type] of FILES) {
    const text = read(name);
    server.get(`/assets/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(text),
    );
  }
}

function read(name: string): string {
  const paths = PLACES.map((place) => fileURLToPath(new URL(place + name, import.meta.url)));
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) throw new Error(`wechat-simulator: ${name} is in none of ${paths.join(', ')}`);
  return readFileSync(path, 'utf8');
}
