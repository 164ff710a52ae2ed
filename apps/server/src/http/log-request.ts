import type { FastifyRequest } from 'fastify';

/** Parts of addresses that let somebody in: of mailed links, and what a page says with its token. */
const secretPart =
  /(?<before>\/(?:join|invitation-links)\/)[^/?&]+|(?<name>[?&](?:token|say)=)[^&]+/g;

/** What the log says of a request: enough to find it, nothing that lets a reader in. */
export function describeRequest(request: FastifyRequest): {
  method: string;
  url: string;
  remoteAddress: string;
} {
  return {
    method: request.method,
    url: request.url.replaceAll(secretPart, '$<before>$<name>…'),
    remoteAddress: request.ip,
  };
}
