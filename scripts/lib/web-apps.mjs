import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says which Vite builds the web folder needs. A folder without a Vite configuration is not an app.
 * @param {string} root the project's folder
 * @returns {{label: string, app: string, outDir: string, args: string[]}[]} one entry a Vite run, `app` and
 *   `outDir` relative to `root`, `args` for `vite build`
 */
export function webBuilds(root) {
  return [
    ...(isApp(root, 'web/portal') ? portalBuilds() : []),
    ...(isApp(root, 'web/console') ? [viteBuild('管理端页面', 'web/console', 'dist/web/console')] : []),
  ];
}

/** The portal is rendered on the server and taken over in the browser: one build for each side. */
const portalBuilds = () => [
  viteBuild('门户页面', 'web/portal', 'dist/web/portal/client'),
  viteBuild('门户服务端渲染', 'web/portal', 'dist/web/portal/server', ['--ssr']),
];

const isApp = (root, app) => existsSync(join(root, app, 'vite.config.ts'));

function viteBuild(label, app, outDir, more = []) {
  const up = '../'.repeat(app.split('/').length);
  const args = ['build', app, '--config', `${app}/vite.config.ts`, '--outDir', up + outDir, '--emptyOutDir'];
  return { label, app, outDir, args: [...args, ...more] };
}
