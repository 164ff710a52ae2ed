import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/**
 * Has the page fetch at once all that the app begins with: its first script, which is small and lets
 * the page be shown, only imports the rest.
 */
export function firstFiles(): Plugin {
  return {
    name: 'timegrove-first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {}, chunk }) => {
        const known = withImports(bundle, [chunk?.fileName ?? '']);
        const imported = known
          .flatMap((file) => chunkOf(bundle, file)?.dynamicImports ?? [])
          .filter((file) => !isCatalogue(chunkOf(bundle, file)));
        const scripts = withImports(bundle, imported).filter((file) => !known.includes(file));
        const styles = scripts.flatMap((file) => stylesOf(bundle, file));
        return [...styles.map(styleLink), ...scripts.map(scriptLink)];
      },
    },
  };
}

/** Of the languages only one is needed; which one, the first script knows. */
function isCatalogue(chunk: Rolldown.OutputChunk | undefined): boolean {
  return chunk?.facadeModuleId?.endsWith('.po') === true;
}

function withImports(bundle: Bundle, files: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const chunk = chunkOf(bundle, file);
    if (chunk === undefined || found.has(file)) return;
    found.add(file);
    chunk.imports.forEach(visit);
  };
  files.forEach(visit);
  return [...found];
}

function stylesOf(bundle: Bundle, file: string): string[] {
  return [...(chunkOf(bundle, file)?.viteMetadata?.importedCss ?? [])];
}

function chunkOf(bundle: Bundle, file: string): Rolldown.OutputChunk | undefined {
  const found = bundle[file];
  return found?.type === 'chunk' ? found : undefined;
}

function scriptLink(file: string): HtmlTagDescriptor {
  const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${file}` };
  return { tag: 'link', attrs, injectTo: 'head' };
}

function styleLink(file: string): HtmlTagDescriptor {
  const attrs = { rel: 'preload', as: 'style', crossorigin: true, href: `/${file}` };
  return { tag: 'link', attrs, injectTo: 'head' };
}
