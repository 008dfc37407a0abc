import type { AppConfig } from './config/app-config.js';

/** What a driver or the system says, wherever in the error it stands. */
interface Fault {
  code: string;
  port?: number;
}

function faultOf(error: unknown): Fault | null {
  const { code, port, cause } = (error ?? {}) as { code?: unknown; port?: unknown; cause?: unknown };
  if (typeof code === 'string') return { code, ...(typeof port === 'number' ? { port } : {}) };
  return cause === undefined ? null : faultOf(cause);
}

const UNREACHABLE = '连不上数据库，请检查 DATABASE_URL 和数据库是否运行';
const NOT_WRITABLE = '数据目录不可写，请检查权限，或设置 DATA_DIR 换一个目录';
const DAMAGED = '数据目录里的数据库文件已损坏，请从备份恢复，或设置 DATA_DIR 换一个目录';

const ADVICE: Record<string, string> = {
  EACCES: NOT_WRITABLE,
  EEXIST: NOT_WRITABLE,
  ENOSPC: '磁盘已满，请清理后再启动',
  ENOTDIR: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: NOT_WRITABLE,
  SQLITE_CANTOPEN: NOT_WRITABLE,
  SQLITE_READONLY: NOT_WRITABLE,
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_NOTADB: DAMAGED,
  SQLITE_FULL: '磁盘已满，请清理后再启动',
  SQLITE_BUSY: '数据库正被另一个程序占用，请等它结束后再启动',
  EADDRNOTAVAIL: '本机没有 HOST 所设的地址，请检查 HOST',
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  PROTOCOL_CONNECTION_LOST: UNREACHABLE,
  ER_ACCESS_DENIED_ERROR: '数据库拒绝了用户名或密码，请检查 DATABASE_URL',
  ER_BAD_DB_ERROR: '数据库服务器上没有 DATABASE_URL 所指的库，请先建库（utf8mb4）',
  ER_DBACCESS_DENIED_ERROR: '数据库用户没有权限使用 DATABASE_URL 所指的库，请先授权',
};

function portTaken(port: number, config: AppConfig): string {
  const setting = port === config.simulatorPort && port !== config.port ? 'SIMULATOR_PORT' : 'PORT';
  return `端口 ${port} 已被占用，请关闭占用它的程序，或设置 ${setting} 换一个端口`;
}

/** One line that says why the server could not start and what to do. */
export function startupFault(error: unknown, config: AppConfig): string {
  const fault = faultOf(error);
  if (fault?.code === 'EADDRINUSE') return portTaken(fault.port ?? config.port, config);
  const advice = fault ? ADVICE[fault.code] : undefined;
  if (advice !== undefined) return advice;
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : '原因不明';
  return `启动失败：${reason}（设置 LOG_LEVEL=debug 后再启动，可看到详情）`;
}
