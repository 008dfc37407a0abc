/** Who looks at the lists of the console: one of a department's, or somebody of the whole city. */
export type Viewer = 'registrar' | 'reviewer' | 'leader' | 'office' | 'administrator';

/** A list page, and who looks at it; nobody: the public. */
export interface ListPage {
  path: string;
  viewers: readonly (Viewer | null)[];
}

const STAFF = '/api/v1/staff';
const ALL: readonly Viewer[] = ['registrar', 'reviewer', 'office', 'administrator'];

/** Every list of the console, with the filters that cost most, and the lists of the portal. */
export const LIST_PAGES: readonly ListPage[] = [
  ...['to-fill', 'to-review', 'returned', 'overdue', 'closing-soon'].map((list) => ({
    path: `${STAFF}/work?list=${list}`,
    viewers: ALL,
  })),
  { path: `${STAFF}/work/counts`, viewers: [...ALL, 'leader'] },
  { path: `${STAFF}/drafts?pageSize=100`, viewers: ALL },
  { path: `${STAFF}/drafts?state=first&q=补贴`, viewers: ALL },
  { path: `${STAFF}/drafts?page=90&pageSize=100`, viewers: ['administrator'] },
  { path: `${STAFF}/clauses?pageSize=100`, viewers: ALL },
  { path: `${STAFF}/clauses?q=第77项`, viewers: ALL },
  { path: `${STAFF}/clauses?status=published&department=d3`, viewers: ['administrator'] },
  { path: `${STAFF}/clauses?page=90&pageSize=100`, viewers: ['administrator'] },
  { path: `${STAFF}/statistics`, viewers: ALL },
  { path: `${STAFF}/notices`, viewers: ['registrar'] },
  { path: `${STAFF}/colleagues`, viewers: ['registrar'] },
  { path: `${STAFF}/people?pageSize=100`, viewers: ['administrator'] },
  { path: `${STAFF}/people?q=工作人员39`, viewers: ['administrator'] },
  { path: `${STAFF}/campaigns?pageSize=100`, viewers: ['office'] },
  { path: `${STAFF}/audit?pageSize=100`, viewers: ['administrator'] },
  { path: `${STAFF}/audit?action=clause.published&pageSize=100`, viewers: ['administrator'] },
  { path: `${STAFF}/audit?page=400&pageSize=100`, viewers: ['administrator'] },
  ...['/', '/policies', '/departments', '/departments/d3', '/topics', '/topics/t7', '/search?q=补贴'].map(
    (path) => ({ path, viewers: [null] }),
  ),
  { path: '/api/v1/policies?pageSize=100', viewers: [null] },
  { path: '/api/v1/search?q=补贴&pageSize=100', viewers: [null] },
];
