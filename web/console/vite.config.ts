import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from '../portal/precompress.ts';

const libs = fileURLToPath(new URL('../../libs/', import.meta.url));

/** The console is drawn in the browser alone; the server sends its files below /console/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [vue(), precompress()],
  // From their sources: the compiled libraries may not be there yet.
  resolve: { alias: [{ find: /^#libs\/(.*)$/, replacement: `${libs}$1/index.ts` }] },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web/console/', import.meta.url)),
    emptyOutDir: true,
    target: ['es2020', 'chrome87', 'safari14', 'firefox78'],
    // Data in style sheets and scripts would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
