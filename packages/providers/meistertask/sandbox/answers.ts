import type { ApiCall, Refusal } from '../../kit/sandbox/simulator.ts';

/** A request that the API refuses; becomes its usual error body. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const mostItems = 500;
const defaultItems = 50;

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'max-age=0, private, must-revalidate',
};

/** A good answer with a bare object or array; there is no envelope. */
export function good(body: unknown, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { ...headers, ...more } });
}

/** The usual error body, with the errors in a list. */
export function bad(status: number, message: string): Response {
  return new Response(JSON.stringify({ errors: [{ message, status }] }), { status, headers });
}

/** One page of a list with the vendor's paging headers; a page past the end is empty, no error. */
export function page<Row extends { readonly id: number }>(
  call: ApiCall,
  rows: readonly Row[],
  show: (row: Row) => unknown = (row) => row,
): Response {
  const asked = Number(call.url.searchParams.get('items') ?? defaultItems) || defaultItems;
  // Page 0 is accepted [D]; that it means page 1 is a guess [?].
  const number = Math.max(1, Number(call.url.searchParams.get('page') ?? 1) || 1);
  const sorted = sort(rows, call.url.searchParams.get('sort') ?? '');
  const given = call.list(sorted, { page: number, size: Math.min(mostItems, Math.max(1, asked)) });
  return good(given.rows.map(show), {
    link: links(call.url, number, given.more),
    'current-page': String(number),
    'page-items': String(given.size),
  });
}

// Countless paging: no last page and no total are told [D].
function links(url: URL, page: number, more: boolean): string {
  const link = (to: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const before = page > 1 ? [link(page - 1, 'prev')] : [];
  const after = more ? [link(page + 1, 'next')] : [];
  return [link(1, 'first'), ...before, ...after].join(', ');
}

// `sort=attr,-attr2`; unknown attributes are ignored, ascending ids are the default [D].
function sort<Row extends { readonly id: number }>(
  rows: readonly Row[],
  wanted: string,
): readonly Row[] {
  const [first] = rows;
  const keys = wanted
    .split(',')
    .map((key) => ({ name: key.replace(/^-/, ''), sign: key.startsWith('-') ? -1 : 1 }))
    .filter(({ name }) => first !== undefined && Object.hasOwn(first, name));
  const [key] = keys;
  if (key === undefined || (key.name === 'id' && key.sign === 1)) return rows;
  return rows.toSorted((one, other) => {
    for (const { name, sign } of keys) {
      const order = compare(Reflect.get(one, name), Reflect.get(other, name));
      if (order !== 0) return order * sign;
    }
    return one.id - other.id;
  });
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const texts = [String(one), String(other)] as const;
  if (texts[0] === texts[1]) return 0;
  return texts[0] < texts[1] ? -1 : 1;
}

/** What the vendor answers instead of data. */
export function refuse(refusal: Refusal): Response {
  switch (refusal) {
    case 'unauthorized':
      // Singular, unlike all other errors [D].
      return new Response(
        JSON.stringify({ error: { code: 401, message: 'Invalid credentials' } }),
        {
          status: 401,
          headers,
        },
      );
    case 'forbidden':
      return bad(403, 'Access forbidden');
    case 'rate-limited':
    case 'quota':
      // The body is a guess [?]; that no header says how long is documented [D].
      return bad(429, 'Rate limit exceeded');
    case 'server-error':
      return bad(500, 'Internal Server Error');
  }
}
