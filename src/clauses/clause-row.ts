import type { Department } from '../departments/department.entity.js';
import type { Policy } from '../policies/policy.entity.js';
import type { Topic } from '../topics/topic.entity.js';
import type { ClauseVersion } from './clause-version.entity.js';
import type { Clause } from './clause.entity.js';

/** A clause with one of its versions and everything a list shows of it. */
export interface ClauseRow {
  clause: Clause;
  version: ClauseVersion;
  department: Department;
  policy: Policy;
  topics: Topic[];
}
