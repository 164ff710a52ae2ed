import type { FastifyRequest } from 'fastify';

/** The web page that a request comes from, by its browser's word: scheme, host and port; else null. */
export function webPageOf(origin: string | null | undefined): string | null {
  return origin != null && /^https?:\/\//.test(origin) && URL.canParse(origin)
    ? new URL(origin).origin
    : null;
}

/**
 * The web page of another site that a request comes from; null for our own pages, browser plugins,
 * and programs. Browsers leave the header out where a page asks its own server to read.
 */
export function foreignPageOf(
  { origin, host }: { readonly origin?: string | undefined; readonly host?: string | undefined },
  publicUrl: string,
): string | null {
  const page = webPageOf(origin);
  if (page === null || page === new URL(publicUrl).origin) return null;
  return new URL(page).host === host ? null : page;
}

/** The origin of another site or of a browser plugin, which a browser lets read nothing unless told. */
export function foreignOriginOf({ headers }: FastifyRequest, publicUrl: string): string | null {
  const { origin } = headers;
  if (origin !== undefined && /^[a-z-]+-extension:\/\/[\w-]+$/.test(origin)) return origin;
  return foreignPageOf(headers, publicUrl);
}
