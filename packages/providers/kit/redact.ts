import type { VendorRequest } from '@timegrove/domain/provider.ts';

const secretName = /pass|secret|token|code|auth|key/i;

/** Takes everything out of a text that proves who is asking, as a vendor may echo it. */
export function redact(text: string, request: VendorRequest): string {
  let clean = text;
  for (const secret of secretsOf(request)) clean = clean.replaceAll(secret, '…');
  return clean;
}

function secretsOf(request: VendorRequest): string[] {
  const named = Object.entries({ ...request.form, ...request.query, ...request.headers })
    .filter(([name]) => secretName.test(name))
    .map(([, value]) => String(value));
  return [...named, ...named.flatMap(partsOf)].filter((secret) => secret.length >= 6);
}

// `Bearer abc` hides `abc`; `Basic eDp5` hides both sides of the decoded pair.
function partsOf(value: string): string[] {
  const [scheme, rest] = value.split(' ');
  if (rest === undefined) return [];
  if (scheme?.toLowerCase() !== 'basic') return [rest];
  return [rest, ...Buffer.from(rest, 'base64').toString('utf8').split(':')];
}
