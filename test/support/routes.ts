import 'reflect-metadata';
import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { REQUIRED_PERMISSION } from '../../src/accounts/permissions.js';

/** A route as a controller declares it; `permission` is absent where nobody declared one. */
export interface DeclaredRoute {
  method: string;
  path: string;
  permission: unknown;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** `//a/` → `/a`. */
const tidy = (path: string): string => `/${path.split('/').filter(Boolean).join('/')}`;

function routesOf(controller: { prototype: object }): DeclaredRoute[] {
  const names = Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');
  return names.flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
    const method = RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? '';
    const own: unknown = Reflect.getMetadata(REQUIRED_PERMISSION, handler);
    const permission: unknown = own ?? Reflect.getMetadata(REQUIRED_PERMISSION, controller);
    const prefixes = listOf(Reflect.getMetadata('path', controller));
    const suffixes = listOf(Reflect.getMetadata('path', handler));
    return prefixes.flatMap((prefix) =>
      suffixes.map((suffix) => ({ method, path: tidy(`${prefix}/${suffix}`), permission })),
    );
  });
}

/** Every route of every controller of a running application. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOf(metatype as unknown as { prototype: object }) : [],
  );
}

/**
 * Reads what Fastify really answers from its drawing of the routes.
 * @param drawing the answer of `printRoutes()`
 * @returns `METHOD /path`, sorted; HEAD and OPTIONS follow GET and are left out
 */
export function drawnRoutes(drawing: string): string[] {
  const parents: string[] = [];
  const found = new Set<string>();
  for (const line of drawing.split('\n')) {
    const [, indent, text, methods] = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === undefined || text === undefined) continue;
    const depth = indent.length / 4;
    parents.length = depth;
    const path = parents.join('') + text;
    parents.push(text);
    for (const method of methods?.split(', ') ?? []) {
      if (method !== 'HEAD' && method !== 'OPTIONS') found.add(`${method} ${tidy(path)}`);
    }
  }
  return [...found].sort();
}
