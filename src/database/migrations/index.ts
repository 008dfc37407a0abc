import { Catalogue1764000000000 } from './1764000000000-catalogue.js';
import { PeopleAndPush1764000000001 } from './1764000000001-people-and-push.js';

/** All migrations, oldest first. They are history: a landed one is never edited. */
export const MIGRATIONS = [Catalogue1764000000000, PeopleAndPush1764000000001];
