import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type DeclaredRoute, routesOfController, tidyPath } from '../../src/accounts/route-table.js';

/** Every route of every controller of a running application. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOfController(metatype as Type) : [],
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
      if (method !== 'HEAD' && method !== 'OPTIONS') found.add(`${method} ${tidyPath(path)}`);
    }
  }
  return [...found].sort();
}
