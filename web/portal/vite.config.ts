import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

/** What each build begins with. */
const INPUTS: Record<'browser' | 'server', Record<string, string>> = {
  browser: { portal: 'src/entry-client.ts', preferences: 'src/preferences.ts' },
  server: { 'entry-server': 'src/entry-server.ts' },
};

const out = fileURLToPath(new URL('../../dist/web/portal/', import.meta.url));

/**
 * Two builds from one configuration: `vite build` makes what the browser loads, `vite build --ssr` makes the
 * module that renders pages inside the API process.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [vue(), ...(isSsrBuild ? [] : [precompress()])],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    // Without this the renderer would run Vue's slow development build wherever NODE_ENV is not set.
    ...(isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {}),
  },
  // Everything goes into the server bundle: component libraries import style sheets, which Node cannot.
  // Without the condition `node`, Vue comes without its template compiler, which nothing here needs at run time.
  ssr: { noExternal: true, resolve: { conditions: ['module', 'import', 'default'] } },
  build: {
    ssr: isSsrBuild,
    outDir: isSsrBuild ? `${out}server` : `${out}client`,
    emptyOutDir: true,
    manifest: !isSsrBuild,
    target: isSsrBuild ? 'node20' : ['es2020', 'chrome87', 'safari14', 'firefox78'],
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: isSsrBuild ? INPUTS.server : INPUTS.browser,
    },
  },
}));
