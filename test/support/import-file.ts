import type { StaffImportReport } from '../../src/imports/review/staff-import.view.js';
import { openStaffSession } from './staff.js';
import type { TestApp } from './start-test-app.js';

/** Sends a file to the import of the console; `fields` may stand in for flags that are texts in forms. */
export type FileImport = (
  file: object | string | Buffer | null,
  fields?: Record<string, string>,
  name?: string,
) => Promise<Response>;

/** Imports as a staff member that is there already. */
export async function fileImport(server: TestApp, username: string): Promise<FileImport> {
  const token = await openStaffSession(server.app, username);
  return (file, fields = {}, name = '目录.json') => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    const bytes =
      typeof file === 'string' || Buffer.isBuffer(file) ? Buffer.from(file) : JSON.stringify(file);
    if (file !== null) form.set('file', new File([new Uint8Array(Buffer.from(bytes))], name));
    return fetch(`${server.url}/api/v1/staff/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
  };
}

/** The report of an import that was understood. @throws Error with the answer where it was not */
export async function reportOf(answer: Response | Promise<Response>): Promise<StaffImportReport> {
  const given = await answer;
  if (given.status !== 200) throw new Error(`${given.status} ${await given.text()}`);
  return (await given.json()) as StaffImportReport;
}
