import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'wxt';
import { manifestFor } from './manifest.ts';
import { tameLibraries } from './tame-libraries.ts';
import { vendorMatches } from './vendor-matches.ts';

const language = {
  configPath: `${import.meta.dirname}/lingui.config.ts`,
  cwd: import.meta.dirname,
};

export default defineConfig({
  root: import.meta.dirname,
  outDir: 'dist',
  imports: false,
  manifestVersion: 3,
  zip: { artifactTemplate: 'timegrove-{{version}}-{{browser}}.zip', zipSources: false },
  manifest: ({ browser }) => manifestFor(browser),
  hooks: {
    // The pages of the vendors are found by their folders, so the entrypoint cannot list them itself.
    'entrypoints:resolved': async (_wxt, entrypoints) => {
      const matches = await vendorMatches();
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'content-script') entrypoint.options.matches = matches;
      }
    },
  },
  vite: () => ({
    plugins: [
      tameLibraries(),
      react(),
      lingui({ ...language, failOnCompileError: true }),
      babel({
        // Which syntax a file has is told by patterns that begin here, and packages/ lies outside apps/.
        cwd: `${import.meta.dirname}/../..`,
        presets: [linguiTransformerBabelPreset({ linguiConfig: getConfig(language) }, language)],
      }),
    ],
    css: { postcss: { plugins: [mantine()] } },
  }),
});
