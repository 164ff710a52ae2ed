import type { ApiCall, Refusal } from '../../kit/sandbox/simulator.ts';

/** A request that the API refuses; becomes its usual error body. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

// As recorded, without what only tells machines of the vendor apart [R].
const headers = {
  'cache-control':
    'max-age=0, no-cache, private, no-store, must-revalidate, max-stale=0, post-check=0, pre-check=0',
  'x-service-level': 'GREEN',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};

const json = { ...headers, 'content-type': 'application/json; charset=utf-8' };

/** A good answer; there is no envelope. POST, PUT and DELETE answer 200 too. */
export function good(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: json });
}

/** The usual error body: a JSON text [R]. */
export function bad(status: number, message: string): Response {
  return new Response(JSON.stringify(message), { status, headers: json });
}

/** The answer to a request without any credential: no body and no type [R]. */
export function withoutCredential(): Response {
  return new Response(null, {
    status: 401,
    headers: { ...headers, 'x-authorization-missing': 'true' },
  });
}

/** The answer to a credential that is not right; status and words as clients report them [I]. */
export function wrongCredential(): Response {
  return bad(403, 'Incorrect username and/or password');
}

/** What of an hour's calls is left. */
export interface CallsLeft {
  readonly left: number;
  readonly resetsIn: number;
}

/** Tells in the headers of an answer what is left of the hour's calls [D]. */
export function withQuota(response: Response, { left, resetsIn }: CallsLeft): Response {
  response.headers.set('x-toggl-quota-remaining', String(left));
  response.headers.set('x-toggl-quota-resets-in', String(resetsIn));
  return response;
}

/** The answer when the hour's calls are used up; whether the vendor puts the text in quotes is [?]. */
export function usedUp(resetsIn: number): Response {
  const text = `You have hit your hourly limit for API calls. Your quota will reset in ${resetsIn} seconds.`;
  const response = new Response(text, {
    status: 402,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  });
  return withQuota(response, { left: 0, resetsIn });
}

/** What the vendor answers instead of data. */
export function refuse(refusal: Refusal): Response {
  switch (refusal) {
    case 'unauthorized':
      return withoutCredential();
    case 'forbidden':
      return bad(403, 'User does not have access to this resource.');
    case 'quota':
      return usedUp(1838);
    case 'rate-limited':
      // The words are a guess [?]; no header says how long to wait [D].
      return bad(429, 'Too many requests');
    case 'server-error':
      return bad(500, 'Internal Server Error');
  }
}

/** One page of a list and the size it really has; a page past the end is empty, no error. */
export function pageOf<Row>(
  call: ApiCall,
  rows: readonly Row[],
  size: { readonly usual: number; readonly most: number },
) {
  const wanted = numberAsked(call, 'per_page') ?? size.usual;
  return call.list(rows, {
    page: numberAsked(call, 'page') ?? 1,
    size: Math.min(size.most, wanted),
  });
}

/** A positive number of the query; null where there is none. */
export function numberAsked({ url }: ApiCall, name: string): number | null {
  const value = Number(url.searchParams.get(name));
  return Number.isInteger(value) && value > 0 ? value : null;
}
