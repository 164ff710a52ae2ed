import type { Fault } from './faults.ts';

/** Does to a good answer what the faults say: fields added or taken away, the body cut off. */
export async function spoil(response: Response, faults: readonly Fault[]): Promise<Response> {
  if (!response.ok || !faults.some((fault) => spoilers[fault.kind] !== undefined)) return response;
  let text = await response.text();
  for (const fault of faults) text = spoilers[fault.kind]?.(text, fault) ?? text;
  return new Response(text, { status: response.status, headers: response.headers });
}

/** The page of a proxy that stands between us and the vendor, with status 200. */
export function proxyPage(): Response {
  const html = '<!doctype html><title>Sign in</title><p>Please sign in to the network.</p>';
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

type Spoiler = (text: string, fault: Fault) => string;

const spoilers: Readonly<Partial<Record<Fault['kind'], Spoiler>>> = {
  'cut-off': (text) => text.slice(0, Math.ceil(text.length / 2)),
  'unknown-field': (text) =>
    inEveryObject(text, (object) => ({ ...object, brand_new: { deep: [1, null] } })),
  'missing-field': (text, fault) =>
    inEveryObject(text, (object) =>
      fault.kind === 'missing-field' ? without(object, fault.field) : object,
    ),
};

function inEveryObject(text: string, change: (object: object) => object): string {
  return JSON.stringify(changed(JSON.parse(text), change));
}

function changed(value: unknown, change: (object: object) => object): unknown {
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, changed(inner, change)]);
  return change(Object.fromEntries(entries));
}

function without(object: object, field: string): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}
