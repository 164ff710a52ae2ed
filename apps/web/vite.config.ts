import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

// The development server passes everything below /api on to a running Timegrove.
const server = process.env['TIMEGROVE_SERVER'] ?? 'http://127.0.0.1:4747';
const language = {
  configPath: `${import.meta.dirname}/lingui.config.ts`,
  cwd: import.meta.dirname,
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    lingui({ ...language, failOnCompileError: true }),
    babel({
      // Which syntax a file has is told by patterns that begin here, and packages/ lies outside apps/.
      cwd: `${import.meta.dirname}/../..`,
      presets: [linguiTransformerBabelPreset({ linguiConfig: getConfig(language) }, language)],
    }),
  ],
  css: { postcss: { plugins: [mantine()] } },
  build: { target: 'es2022', manifest: true, reportCompressedSize: true },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
});
