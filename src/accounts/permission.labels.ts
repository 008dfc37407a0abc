import type { Permission, Scope } from './permissions.js';

/** What people read for each permission; the only place where these Chinese words stand. */
export const PERMISSION_LABELS: Record<Permission, string> = {
  public: '任何人',
  'signed-in': '登录的群众、企业',
  staff: '登录的工作人员',
  'catalogue.read': '查看稿件和目录',
  'catalogue.write': '登记、修改',
  'catalogue.import': '批量导入',
  'catalogue.terms': '维护部门、主题、置顶',
  'clauses.end': '撤下、废止、替代、到期',
  'reviews.submit': '送审、撤回',
  'reviews.decide': '审核',
  'reviews.first': '一审',
  'reviews.second': '二审',
  'reviews.third': '三审',
  'statistics.read': '查看统计',
  'push.read': '查看推送',
  'push.operate': '操作推送',
  'push.urgent': '紧急推送',
  'staff.read': '查看人员',
  'staff.manage': '管理人员',
  'audit.read': '查看审计记录',
};

/** Where a permission must be held. */
export const SCOPE_LABELS: Record<Scope, string> = {
  city: '全市',
  listed: '任一部门，范围内',
  clause: '条款的部门',
  policy: '政策的部门',
  interpretation: '解读的部门',
  draft: '稿件的部门',
};
