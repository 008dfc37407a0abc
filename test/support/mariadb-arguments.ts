import { join } from 'node:path';

/**
 * Arguments of a test server: reachable from this machine only, the character set that production needs, and
 * no waiting for the disk, because nothing in it outlives the tests.
 * @param folder holds data/, init.sql, the socket and the log
 * @param port TCP port on 127.0.0.1
 */
export function serverArguments(folder: string, port: number): string[] {
  return [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--log-error=${join(folder, 'error.log')}`,
    `--init-file=${join(folder, 'init.sql')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--max-connections=200',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=16M',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-flush-method=fsync',
    '--sync-binlog=0',
    '--skip-log-bin',
    '--performance-schema=OFF',
    '--key-buffer-size=1M',
    '--aria-pagecache-buffer-size=8M',
  ];
}
