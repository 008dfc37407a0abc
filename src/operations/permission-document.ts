import type { DynamicModule } from '@nestjs/common';
import { PERMISSION_LABELS, SCOPE_LABELS } from '../accounts/permission.labels.js';
import { PERMISSIONS, type Permission } from '../accounts/permissions.js';
import { type DeclaredRoute, routesOfModule } from '../accounts/route-table.js';
import { STAFF_ROLE_LABELS } from '../staff/role.labels.js';
import { permissionsOf } from '../staff/role-permissions.js';
import { DEPARTMENT_ROLES, STAFF_ROLES } from '../staff/role.terms.js';

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

/** Whether the permission is one that roles grant. */
const isGranted = (permission: Permission): boolean => !['public', 'signed-in', 'staff'].includes(permission);

function roleTable(): string[] {
  const rows = PERMISSIONS.filter(isGranted).map((permission) => [
    `\`${permission}\``,
    PERMISSION_LABELS[permission],
    ...STAFF_ROLES.map((role) => (permissionsOf(role).some((granted) => granted === permission) ? '✓' : '')),
  ]);
  const head = STAFF_ROLES.map((role) => `${STAFF_ROLE_LABELS[role]} \`${role}\``);
  return table(['permission', '中文', ...head], rows);
}

function routeTable(routes: readonly DeclaredRoute[]): string[] {
  const rows = routes
    .map(({ method, path, requirement }) => {
      const permission = requirement?.permission;
      const bound = permission !== undefined && isGranted(permission);
      return [
        `\`${method} ${path}\``,
        permission ? `\`${permission}\`` : '**none**',
        bound ? `${requirement?.scope} ${SCOPE_LABELS[requirement?.scope ?? 'city']}` : '',
        bound
          ? STAFF_ROLES.filter((role) => permissionsOf(role).some((granted) => granted === permission))
              .map((role) => STAFF_ROLE_LABELS[role])
              .join('、')
          : permission
            ? PERMISSION_LABELS[permission]
            : '',
      ];
    })
    .sort(([a = ''], [b = '']) => {
      const pathOf = (text: string): string => text.slice(text.indexOf(' '));
      return pathOf(a) < pathOf(b) ? -1 : pathOf(a) > pathOf(b) ? 1 : a < b ? -1 : 1;
    });
  return table(['route', 'permission', 'held in', 'who'], rows);
}

/** The text of docs/permissions.md, made from what roles grant and from what routes declare. */
export function permissionDocument(application: DynamicModule): string {
  return [
    '# Permissions',
    '',
    'Made by `npm run docs:permissions` from `src/staff/role-permissions.ts` and the `@Requires` of each route; never edited',
    'by hand. A test fails while it is old.',
    '',
    '## What roles grant',
    `In one department each: ${DEPARTMENT_ROLES.map((role) => STAFF_ROLE_LABELS[role]).join('、')}. The others: in the whole city.`,
    '',
    ...roleTable(),
    '',
    '## What routes ask for',
    ...routeTable(routesOfModule(application)),
    '',
  ].join('\n');
}
