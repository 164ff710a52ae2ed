import type {
  Failure,
  VendorRefusal,
  VendorReply,
  VendorRequest,
} from '@timegrove/domain/provider.ts';
import { jsonOf } from './json-body.ts';
import { BadAnswer, networkReason } from './network-reason.ts';
import { readText } from './read-text.ts';

/** What came of one try. `passing` tells that another try may go better. */
export type Tried =
  | { readonly type: 'reply'; readonly reply: VendorReply }
  | { readonly type: 'refusal'; readonly refusal: VendorRefusal; readonly where: string }
  | { readonly type: 'broken'; readonly failure: Failure; readonly passing: boolean };

interface TryOptions {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal;
  readonly timeoutSeconds?: number;
}

const mostRedirects = 3;

/** Sends a request once, within the time limit; throws only when the run itself was called off. */
export async function trySend(options: TryOptions, request: VendorRequest): Promise<Tried> {
  const where = `${request.method ?? 'GET'} ${request.path}`;
  const limit = AbortSignal.timeout((options.timeoutSeconds ?? 30) * 1000);
  const signal = options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]);
  try {
    const response = await follow(options, request, signal);
    const text = await readText(response);
    return read(response, text, request.path, where);
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = limit.aborted ? 'took too long to answer' : networkReason(error);
    return broken(`${where}: ${reason}`, !(error instanceof BadAnswer));
  }
}

function read(response: Response, text: string, path: string, where: string): Tried {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  if (!response.ok)
    return {
      type: 'refusal',
      where,
      refusal: { path, status, headers, text: text.slice(0, 2000) },
    };
  const json = jsonOf(text);
  switch (json.type) {
    case 'json':
      return { type: 'reply', reply: { status, headers, body: json.body } };
    case 'page':
      return broken(`${where} was answered with a web page; is a proxy in the way?`, false);
    case 'cut-off':
      return broken(`the answer to ${where} was cut off`, true);
    case 'other':
      return {
        type: 'broken',
        passing: false,
        failure: { word: 'changed-shape', path: `${where} (not JSON)` },
      };
  }
}

// Redirects are followed by hand, and only within the vendor's own origin: the credential travels along.
async function follow(
  options: TryOptions,
  request: VendorRequest,
  signal: AbortSignal,
): Promise<Response> {
  let url = addressOf(options.baseUrl, request);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await options.fetch(url, { ...partsOf(request), signal, redirect: 'manual' });
    const target = redirectTarget(response, url);
    if (target === null) return response;
    await response.body?.cancel();
    if (target.origin !== url.origin) throw new BadAnswer('it redirects to another address');
    if (request.method === 'POST') throw new BadAnswer('it redirects a sign-in');
    url = target;
  }
  throw new BadAnswer('it redirects in a circle');
}

function redirectTarget(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  return response.status >= 300 && response.status < 400 && location !== null
    ? new URL(location, from)
    : null;
}

function addressOf(baseUrl: string, request: VendorRequest): URL {
  const base = `${baseUrl.replace(/\/+$/, '')}/`;
  const url = new URL(base + request.path.replace(/^\//, ''));
  // An id with dots or slashes in it must not lead out of the vendor's API.
  if (!url.href.startsWith(new URL(base).href)) throw new BadAnswer('the path leaves the API');
  for (const [name, value] of Object.entries(request.query ?? {}))
    url.searchParams.set(name, String(value));
  return url;
}

function partsOf(request: VendorRequest): RequestInit {
  const headers = { accept: 'application/json', ...request.headers };
  const method = request.method ?? 'GET';
  return request.form === undefined
    ? { method, headers }
    : { method, headers, body: new URLSearchParams(request.form) };
}

function broken(reason: string, passing: boolean): Tried {
  return { type: 'broken', passing, failure: { word: 'unreachable', reason } };
}
