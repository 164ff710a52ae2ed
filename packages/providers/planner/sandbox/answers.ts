import type { ApiCall, Refusal } from '../../kit/sandbox/simulator.ts';

/** A request that the API refuses; becomes its usual error body. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A good answer in the envelope: the code in the body is that of HTTP. */
export function good(response: unknown): Response {
  return Response.json({ code: 200, response });
}

/** The error body: the message stands beside the code. */
export function bad(status: number, message: string): Response {
  return Response.json({ code: status, message, response: null }, { status });
}

/**
 * A list, whole. Only where it was asked for a part, or the sandbox was told to give small pages, the
 * answer tells the total; that is a guess, as no paging of the vendor is known.
 */
export function list(call: ApiCall, name: string, rows: readonly unknown[]): Response {
  const limit = numberIn(call.url, 'limit');
  const size = limit ?? Math.max(1, rows.length);
  const given = call.list(rows, { page: pageOf(call.url), size });
  const whole = limit === null && !given.more;
  return good({ [name]: given.rows, ...(whole ? {} : { total: rows.length }) });
}

/** The page that an address asks for by `limit` and `offset`. */
export function pageOf(url: URL): number {
  const limit = numberIn(url, 'limit');
  return limit === null ? 1 : Math.floor((numberIn(url, 'offset') ?? 0) / limit) + 1;
}

function numberIn(url: URL, name: string): number | null {
  const value = Number(url.searchParams.get(name));
  return Number.isInteger(value) && value > 0 ? value : null;
}

/** An error of the token route: OAuth JSON, not in the envelope. */
export function oauthError(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

/** What the vendor answers instead of data. All of these texts are guesses. */
export function refuse(refusal: Refusal): Response {
  switch (refusal) {
    case 'unauthorized':
      return bad(401, 'Unauthorized');
    case 'forbidden':
      return bad(403, 'Forbidden');
    case 'rate-limited':
    case 'quota':
      return bad(429, 'Too many requests');
    case 'server-error':
      return bad(500, 'Internal server error');
  }
}
