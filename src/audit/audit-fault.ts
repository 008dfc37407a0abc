/** What verification may find. */
export type AuditFaultKind =
  'altered' | 'missing' | 'unlinked' | 'forged' | 'unkeyed' | 'head' | 'checkpoint' | 'truncated';

/** One fault, and the place in the chain where it shows. */
export interface AuditFault {
  kind: AuditFaultKind;
  sequence: number;
}

/** What each fault means, for people. */
export const AUDIT_FAULT_TEXTS: Record<AuditFaultKind, string> = {
  altered: '内容与哈希不符：这一条被改过',
  missing: '缺少这一条：被删除或调换了位置',
  unlinked: '与前一条接不上：前一条被改过、删除或调换过',
  forged: '验证码不符：不是用本系统的密钥写入的',
  unkeyed: '没有验证码，而之前的记录有：可能不是本系统写入的',
  head: '链尾与最后一条不一致：末尾的记录被删除或改动',
  checkpoint: '与检查点不一致：这一条或之前的记录被重写过',
  truncated: '检查点记下的记录已不存在：末尾的记录被删除',
};

const MOST_LISTED = 100;

/** Counts all faults and lists the first. */
export class AuditFaultBook {
  readonly listed: AuditFault[] = [];
  count = 0;

  add(kind: AuditFaultKind, sequence: number): void {
    this.count++;
    if (this.listed.length < MOST_LISTED) this.listed.push({ kind, sequence });
  }
}
