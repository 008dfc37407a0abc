import { Global, Module } from '@nestjs/common';
import { ScopeResolvers } from './scope-resolvers.js';

/** Global, because every feature with a scope registers, and the guard of every route asks. */
@Global()
@Module({ providers: [ScopeResolvers], exports: [ScopeResolvers] })
export class ScopesModule {}
