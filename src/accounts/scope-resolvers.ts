import { Injectable } from '@nestjs/common';
import type { SubjectScope } from './permissions.js';

/** The department that answers for a subject; null for the whole city, undefined where there is no such subject. */
export type FindDepartment = (key: string) => Promise<string | null | undefined>;

/** Tells the guard to which department belongs what an address names; each feature registers its own. */
@Injectable()
export class ScopeResolvers {
  private readonly resolvers = new Map<SubjectScope, FindDepartment>();

  /** @throws Error when two features claim one scope: one of them would silently never be asked */
  register(scope: SubjectScope, find: FindDepartment): void {
    if (this.resolvers.has(scope)) throw new Error(`Two resolvers for scope ${scope}`);
    this.resolvers.set(scope, find);
  }

  /** @throws Error where no feature knows the scope: nobody shall get through unchecked */
  find(scope: SubjectScope, key: string): Promise<string | null | undefined> {
    const find = this.resolvers.get(scope);
    if (!find) throw new Error(`No resolver for scope ${scope}`);
    return find(key);
  }
}
