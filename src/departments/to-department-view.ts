import { areaView } from '../common/areas.js';
import type { Department } from './department.entity.js';
import type { DepartmentContact, DepartmentView } from './department.view.js';

/** How to reach a department. */
export function toDepartmentContact(department: Department): DepartmentContact {
  const { code, name, shortName, phones, address } = department;
  return { code, name, shortName, region: areaView(department.region), phones, address };
}

/** What the public sees of a department. */
export const toDepartmentView = (department: Department, clauseCount: number): DepartmentView => ({
  ...toDepartmentContact(department),
  clauseCount,
});
