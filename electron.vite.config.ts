import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const here = import.meta.dirname;

/** The image kernels' WebAssembly lies beside the code that loads it, as in the sources. */
const kernel: Plugin = {
  name: 'tabularium-kernel',
  generateBundle() {
    const source = readFileSync(resolve(here, 'ocr/prepare/kernel/kernel.wasm'));
    this.emitFile({ type: 'asset', fileName: 'kernel.wasm', source });
  },
};

/** Everything is bundled except `dependencies` in package.json: native or WebAssembly modules and language data. */
export default defineConfig({
  main: {
    plugins: [kernel],
    build: {
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: {
          index: resolve(here, 'electron/main.ts'),
          station: resolve(here, 'station/serve/main.ts'),
          'page-worker': resolve(here, 'ocr/worker/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        // A sandboxed preload is CommonJS in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    base: './',
    plugins: [react()],
    // Replaced by a fresh nonce whenever the document is served (electron/protocol/bundle.ts).
    html: { cspNonce: '__STYLE_NONCE__' },
    build: {
      minify: 'oxc',
      sourcemap: false,
      // The content security policy allows no data: addresses for fonts, scripts or styles.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read from the disk, not over a network.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
});
