import 'reflect-metadata';
import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import { type Requirement, REQUIREMENT } from './permissions.js';

/** A route as a controller declares it; `requirement` is absent where nobody declared one. */
export interface DeclaredRoute {
  method: string;
  path: string;
  requirement: Requirement | undefined;
}

type ModuleRef = Type | DynamicModule;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

/** `//a/` → `/a`. */
export const tidyPath = (path: string): string => `/${path.split('/').filter(Boolean).join('/')}`;

/** The routes of one controller. */
export function routesOfController(controller: Type): DeclaredRoute[] {
  const prototype = controller.prototype as object;
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return names.flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
    const method = RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? '';
    const declared: unknown =
      Reflect.getMetadata(REQUIREMENT, handler) ?? Reflect.getMetadata(REQUIREMENT, controller);
    const requirement = declared as Requirement | undefined;
    return listOf(Reflect.getMetadata('path', controller)).flatMap((prefix) =>
      listOf(Reflect.getMetadata('path', handler)).map((suffix) => ({
        method,
        path: tidyPath(`${String(prefix)}/${String(suffix)}`),
        requirement,
      })),
    );
  });
}

/** Every route of a module and of all that it imports, told without starting anything. */
export function routesOfModule(root: ModuleRef): DeclaredRoute[] {
  const seen = new Set<unknown>();
  const controllers = new Set<Type>();
  const visit = (module: ModuleRef): void => {
    if (seen.has(module)) return;
    seen.add(module);
    const dynamic = 'module' in module ? module : undefined;
    const type: Type = dynamic ? dynamic.module : (module as Type);
    const listed = (key: 'imports' | 'controllers'): unknown[] => [
      ...listOf(Reflect.getMetadata(key, type) ?? []),
      ...listOf(dynamic?.[key] ?? []),
    ];
    for (const controller of listed('controllers')) controllers.add(controller as Type);
    for (const imported of listed('imports')) visit(imported as ModuleRef);
  };
  visit(root);
  return [...controllers].flatMap(routesOfController);
}
