import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../support/cli-process.js';
import { countImported, openImports, type TestImports } from '../support/open-imports.js';
import { clause, sampleCatalogue } from '../support/sample-catalogue.js';

/** Each command is a process that loads everything; a busy machine takes its time. */
const PATIENCE = 120_000;

describe('the command line', () => {
  let imports: TestImports;
  beforeAll(async () => {
    imports = await openImports();
  });
  afterAll(() => imports.close());

  const run = (...args: string[]) => runCli(args, imports.config);
  const at = (name: string): string => join(imports.config.dataDir, name);

  it(
    'explains itself in Chinese, and answers 2 to what it does not understand',
    async () => {
      const help = await run('import', '--help');
      expect(help.code).toBe(0);
      expect(help.stdout).toContain('--dry-run');
      expect(help.stdout).not.toMatch(/Usage|Options|Arguments/);
      for (const args of [
        ['impört'],
        ['import'],
        ['import', 'a', '--no-such'],
        ['import', 'a', '--kind', 'x'],
      ]) {
        const { code, stderr } = await run(...args);
        expect([args, code]).toEqual([args, 2]);
        expect(stderr).toContain('--help');
      }
    },
    PATIENCE,
  );

  it(
    'imports a folder, silently on stderr where there is no terminal',
    async () => {
      await mkdir(at('目录'));
      const { clauses, ...rest } = sampleCatalogue();
      await writeFile(at('目录/1.json'), JSON.stringify({ clauses }));
      await writeFile(at('目录/2.json'), JSON.stringify(rest));
      await writeFile(at('目录/~$说明.xlsx'), 'lock');
      const { code, stdout, stderr } = await run('import', at('目录'), '--silent');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('条款：新增 3，修改 0，不变 0，未导入 0');
      expect(await countImported(imports)).toMatchObject({ clause: 3, outbox_event: 0 });
    },
    PATIENCE,
  );

  it(
    'answers 1 with the place of each fault, and writes nothing',
    async () => {
      await writeFile(at('错.json'), JSON.stringify({ clauses: [{ ...clause('c9', 9), audience: '谁' }] }));
      const { code, stdout } = await run('import', at('错.json'));
      expect(code).toBe(1);
      expect(stdout).toContain('错.json“clauses”第 1 行 audience 列：“谁”');
      expect(stdout).toContain('没有写入任何内容');
      const json = await run('import', at('错.json'), '--partial', '--json');
      expect(json.code).toBe(1);
      expect(JSON.parse(json.stdout)).toMatchObject({ saved: true, faultCount: 1, partial: true });
      expect(await countImported(imports)).toMatchObject({ clause: 3 });
    },
    PATIENCE,
  );

  it(
    'answers 1 in one line to a file that is not there, and to a bad map',
    async () => {
      expect(await run('import', at('无.xlsx'))).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining('打不开'),
      });
      await writeFile(at('图.json'), '{"records":[]}');
      const bad = await run('import', at('目录'), '--map', at('图.json'));
      expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining('映射文件有误') });
    },
    PATIENCE,
  );

  it(
    'writes a template, but not over a file of the same name',
    async () => {
      expect(await run('template', at('模板.xlsx'))).toMatchObject({ code: 0, stderr: '' });
      expect((await readFile(at('模板.xlsx'))).subarray(0, 2).toString()).toBe('PK');
      expect(await run('template', at('模板.xlsx'))).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('已存在'),
      });
    },
    PATIENCE,
  );
});
