import type { FastifyRequest } from 'fastify';

/** Addresses whose last part lets somebody in: mailed links, in the app and in the API. */
const secretPart = /(\/(?:join|invitation-links)\/|[?&]token=)[^/?&]+/g;

/** What the log says of a request: enough to find it, nothing that lets a reader in. */
export function describeRequest(request: FastifyRequest): {
  method: string;
  url: string;
  remoteAddress: string;
} {
  return {
    method: request.method,
    url: request.url.replaceAll(secretPart, '$1…'),
    remoteAddress: request.ip,
  };
}
