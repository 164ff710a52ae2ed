import { createHash } from 'node:crypto';
import { build, type Plugin } from 'vite';

/** Files that the build copies as they are and that an installed app shows. */
const copied = ['/icon.svg', '/icon-running.svg', '/icon-192.png', '/icon-badge.png'];

/** Builds the service worker beside the app, with the list of the app's files in it. */
export function serviceWorker(): Plugin {
  return {
    name: 'timegrove-service-worker',
    apply: 'build',
    async writeBundle(options, bundle) {
      const built = Object.keys(bundle).filter((file) => /\.(js|css|html|svg)$/.test(file));
      const files = [...built.map((file) => `/${file}`), ...copied].sort();
      const html = bundle['index.html'];
      const page = html?.type === 'asset' ? html.source : '';
      // The names of all files but the page change with what is in them.
      const name = createHash('sha256').update(files.join('\n')).update(page).digest('hex');
      const dir = options.dir ?? 'dist';
      await buildWorker(dir, 'main', {
        output: 'service-worker.js',
        BUILD: JSON.stringify({ name: name.slice(0, 12), files }),
      });
      await buildWorker(dir, 'outbox', { output: 'service-worker-outbox.js', BUILD: 'null' });
    },
  };
}

interface Made {
  readonly output: string;
  readonly BUILD: string;
}

async function buildWorker(outDir: string, input: string, { output, BUILD }: Made): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILD },
    // A worker foresees no days, and what stands in for Temporal could not be loaded by it.
    resolve: {
      alias: [{ find: /^temporal-polyfill$/, replacement: `${import.meta.dirname}/temporal.ts` }],
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: `${import.meta.dirname}/${input}.ts`,
        output: { format: 'iife', entryFileNames: output },
      },
    },
  });
}
