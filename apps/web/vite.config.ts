import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { componentStyles } from './component-styles.ts';
import { firstFiles } from './first-files.ts';
import { serviceWorker } from './src/service-worker/build-plugin.ts';

// The development server passes everything below /api on to a running Timegrove.
const server = process.env['TIMEGROVE_SERVER'] ?? 'http://127.0.0.1:4747';
const language = {
  configPath: `${import.meta.dirname}/lingui.config.ts`,
  cwd: import.meta.dirname,
};

// What every visit needs comes in few files, and in the order in which it begins (see main.ts); so do
// the way in, and the frame with the timesheet. The rest is split by the screens that use it.
const controls = 'ActionIcon|Anchor|Button|CloseButton|TextInput|Title';
const groups = [
  { name: 'start', test: /src\/main\.ts$|vite\/preload-helper|rolldown\/runtime/ },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'answers', test: /shell\/query-client\.ts$/ },
  {
    name: 'gate',
    test: new RegExp(`shell/session-gate\\.tsx$|@mantine/core/esm/components/(${controls})/`),
  },
  { name: 'app', test: /src\/app\.tsx$/ },
  { name: 'visitor', test: /session\/sign-in-form\.tsx$/ },
  { name: 'member', test: /shell\/member-app\.ts$/ },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    serviceWorker(),
    componentStyles(),
    firstFiles(),
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
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
});
