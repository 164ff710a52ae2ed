import { defineConfig } from 'vite';

/** Builds the native plugin: one file that classic scripts, modules and imports can load alike. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: '../dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: `${import.meta.dirname}/main.ts`,
      formats: ['iife'],
      name: 'timegroveTimer',
      fileName: () => 'native-plugin.js',
    },
  },
});
