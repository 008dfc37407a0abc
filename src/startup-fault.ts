import type { AppConfig } from './config/app-config.js';

/** One line that says why the server could not start and what to do. */
export function startupFault(error: unknown, config: AppConfig): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE')
    return `端口 ${config.port} 已被占用，请关闭占用它的程序，或设置 PORT 换一个端口`;
  if (
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EEXIST' ||
    code === 'ENOTDIR'
  ) {
    return '数据目录不可写，请检查权限，或设置 DATA_DIR 换一个目录';
  }
  if (code === 'ECONNREFUSED' || code === 'ER_ACCESS_DENIED_ERROR') {
    return '连不上数据库，请检查 DATABASE_URL 和数据库是否运行';
  }
  return `启动失败：${error instanceof Error ? error.message : '原因不明'}`;
}
