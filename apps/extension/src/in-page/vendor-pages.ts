import type { VendorPage } from '@timegrove/providers/kit/page.ts';

const found = import.meta.glob<VendorPage>(
  ['../../../../packages/providers/*/page.ts', '!../../../../packages/providers/{_template,kit}/*'],
  { eager: true, import: 'page' },
);

/** What is known of the pages of the vendor that is open, and the name of its folder. */
export function vendorAt(
  origin: string,
): { readonly provider: string; readonly page: VendorPage } | undefined {
  const [path, page] =
    Object.entries(found).find(([, { matches }]) =>
      matches.some((match) => new URL(match.replace('*', '')).origin === origin),
    ) ?? [];
  const provider = path?.split('/').at(-2);
  return provider === undefined || page === undefined ? undefined : { provider, page };
}
