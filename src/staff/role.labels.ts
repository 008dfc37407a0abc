import type { StaffRole } from './role.terms.js';

/** What people read for each role; the only place where these Chinese words stand. */
export const STAFF_ROLE_LABELS: Record<StaffRole, string> = {
  registrar: '登记员',
  'department-reviewer': '部门审核',
  leader: '分管领导',
  'publishing-office': '政务公开办',
  administrator: '管理员',
  auditor: '审计员',
};
