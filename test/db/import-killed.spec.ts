import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli, startCli } from '../support/cli-process.js';
import { countImported, openImports, type TestImports } from '../support/open-imports.js';
import { clause, sampleCatalogue } from '../support/sample-catalogue.js';

const CLAUSES = 2500;

describe('an import that is killed', () => {
  let imports: TestImports;
  let file: string;
  beforeAll(async () => {
    imports = await openImports();
    const clauses = Array.from({ length: CLAUSES }, (_, at) => clause(`c${at}`, at + 1));
    file = join(imports.config.dataDir, '目录.json');
    await writeFile(file, JSON.stringify({ ...sampleCatalogue(), clauses }));
  });
  afterAll(() => imports.close());

  it('leaves nothing behind, and succeeds when repeated', async () => {
    const before = await countImported(imports);
    const cli = startCli(['import', file, '--progress'], imports.config);
    // The first 1000 clauses are written, after departments, topics and policies.
    await cli.line(/^正在写入 1000\/2500$/);
    await cli.kill();
    expect(await countImported(imports)).toEqual(before);
    expect(before['department']).toBe(0);

    const { code, stdout } = await runCli(['import', file], imports.config);
    expect(stdout).toContain(`条款：新增 ${CLAUSES}，修改 0`);
    expect(code).toBe(0);
    expect(await countImported(imports)).toMatchObject({ clause: CLAUSES, outbox_event: CLAUSES });
  }, 180_000);
});
