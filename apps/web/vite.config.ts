import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { serviceWorker } from './src/service-worker/build-plugin.ts';

// The development server passes everything below /api on to a running Timegrove.
const server = process.env['TIMEGROVE_SERVER'] ?? 'http://127.0.0.1:4747';
const language = {
  configPath: `${import.meta.dirname}/lingui.config.ts`,
  cwd: import.meta.dirname,
};

// What every screen needs comes in few files; the rest is split by the screens that use it.
const always =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|zod|@lingui|@tanstack\/(history|query-core|react-query|react-router|react-store|router-core|store)|@mantine\/(hooks|store))\//;
const controls =
  /node_modules\/(@floating-ui\/|@mantine\/core\/esm\/(core|utils|components\/(ActionIcon|Avatar|Button|CloseButton|Combobox|FocusTrap|Input|InputBase|Loader|Menu|Popover|Portal|Skeleton|TextInput|Title|Transition|UnstyledButton|VisuallyHidden))\/)/;
const own = /apps\/web\/src\/shell\/(?!notice-board|app-frame)/;
const groups = [
  { name: 'always', test: always },
  { name: 'controls', test: controls },
  { name: 'frame', test: own },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    serviceWorker(),
    react(),
    lingui({ ...language, failOnCompileError: true }),
    babel({
      // Which syntax a file has is told by patterns that begin here, and packages/ lies outside apps/.
      cwd: `${import.meta.dirname}/../..`,
      presets: [linguiTransformerBabelPreset({ linguiConfig: getConfig(language) }, language)],
    }),
  ],
  // Most browsers have Temporal themselves; what stands in for it is loaded by the others alone.
  resolve: {
    alias: [
      { find: /^temporal-polyfill$/, replacement: `${import.meta.dirname}/src/shell/temporal.ts` },
    ],
  },
  css: { postcss: { plugins: [mantine()] } },
  build: {
    target: 'es2022',
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
});
