/** Everything that is put on record (审计日志), and what people read for it. Names are never changed: rows keep them. */
export const AUDIT_ACTION_LABELS = {
  'staff.signed-in': '登录成功',
  'staff.sign-in-failed': '登录失败',
  'staff.sign-in-blocked': '多次登录失败，暂停登录',
  'staff.signed-out': '退出登录',
  'staff.created': '新建账号',
  'staff.password-reset': '重设密码',
  'staff.assigned': '设置岗位',
  'staff.invited': '发出邀请',
  'staff.joined': '通过邀请设置密码',
  'staff.disabled': '停用账号',
  'staff.enabled': '恢复账号',
  'staff.password-changed': '修改密码',
  'staff.second-factor-set': '启用两步验证',
  'staff.second-factor-removed': '停用两步验证',
  'staff.second-factor-reset': '重置他人的两步验证',
  'staff.recovery-codes-renewed': '重新生成恢复码',
  'staff.recovery-code-used': '使用恢复码',
  'staff.session-ended': '结束登录',
  'staff.sessions-ended': '结束全部登录',
  'staff.wechat-bound': '绑定微信',
  'staff.wechat-released': '解除微信绑定',
  'staff.renamed': '修改姓名',
  'delegation.created': '委托审核',
  'delegation.ended': '结束委托',
  'catalogue.imported': '批量导入',
  'department.saved': '保存部门',
  'topic.saved': '保存主题',
  'policy.saved': '保存政策',
  'clause.saved': '保存条款',
  'clause.published': '发布条款',
  'clause.withdrawn': '撤下条款',
  'attachment.uploaded': '上传附件',
  'attachment.removed': '删除附件',
  'campaign.paused': '暂停推送',
  'campaign.resumed': '恢复推送',
  'campaign.cancelled': '终止推送',
  'search.pinned': '置顶搜索结果',
  'audit.exported': '导出审计日志',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTION_LABELS;

/** What an action was done to. */
export const AUDIT_SUBJECT_LABELS = {
  staff: '工作人员',
  catalogue: '目录',
  department: '部门',
  topic: '主题',
  policy: '政策',
  clause: '条款',
  campaign: '推送',
  search: '搜索',
  audit: '审计日志',
} as const;
export type AuditSubjectKind = keyof typeof AUDIT_SUBJECT_LABELS;

/** Who acted: a person who works here, somebody who was not signed in, or a program. */
export const AUDIT_ACTOR_LABELS = { staff: '工作人员', anonymous: '未登录', system: '系统' } as const;
export type AuditActorKind = keyof typeof AUDIT_ACTOR_LABELS;
