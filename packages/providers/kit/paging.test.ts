import type { VendorReply, VendorRequest } from '@timegrove/domain/provider.ts';
import { ProviderFailure } from '@timegrove/domain/provider.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasNext, numberedPages, pages } from './paging.ts';
import type { NumberedList, Page } from './paging.ts';
import { parse } from './shape.ts';

const numbers = z.array(z.int());
const statedSize = (reply: VendorReply) => Number(reply.headers['page-size']);
const rowsOf = (reply: VendorReply) => parse(numbers, reply.body, 'GET /n');

/** A vendor with the numbers from 0 up, who may cap pages and may tell in headers how they go on. */
function vendor(count: number, cap: number, headersOf: (last: boolean) => Record<string, string>) {
  const asked: (string | number | undefined)[] = [];
  const all = Array.from({ length: count }, (_, at) => at);
  const send = ({ query }: VendorRequest): Promise<VendorReply> => {
    asked.push(query?.['page']);
    const size = Math.min(cap, Number(query?.['size']));
    const start = (Number(query?.['page']) - 1) * size;
    const last = start + size >= count;
    return Promise.resolve({
      status: 200,
      headers: headersOf(last),
      body: all.slice(start, start + size),
    });
  };
  return { http: { send }, asked };
}

const list: NumberedList<number> = {
  path: '/n',
  pageName: 'page',
  sizeName: 'size',
  size: 10,
  rows: rowsOf,
};

async function all<Row>(generator: AsyncIterable<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of generator) rows.push(...page.rows);
  return rows;
}

const link = (last: boolean): Record<string, string> => ({
  link: last ? '<https://v.example/n>; rel="first"' : '<https://v.example/n?page=2>; rel="next"',
});

describe('a numbered list', () => {
  it('is read whole with the fewest requests that a Link header allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(80), fc.integer({ min: 1, max: 20 }), async (count, cap) => {
        const { http, asked } = vendor(count, cap, link);
        expect(await all(numberedPages(http, list))).toHaveLength(count);
        expect(asked.length).toBe(Math.max(1, Math.ceil(count / Math.min(cap, 10))));
      }),
    );
  });

  it('ends at a short page, or at an empty one after full pages', async () => {
    const short = vendor(25, 10, () => ({}));
    expect(await all(numberedPages(short.http, list))).toHaveLength(25);
    expect(short.asked).toEqual([1, 2, 3]);
    const full = vendor(20, 10, () => ({}));
    expect(await all(numberedPages(full.http, list))).toHaveLength(20);
    expect(full.asked).toEqual([1, 2, 3]);
  });

  it('goes by the size that the vendor states, and by its total', async () => {
    const stated = vendor(25, 4, () => ({ 'page-size': '4' }));
    expect(await all(numberedPages(stated.http, { ...list, statedSize }))).toHaveLength(25);
    const counted = vendor(20, 10, () => ({}));
    expect(await all(numberedPages(counted.http, { ...list, total: () => 20 }))).toHaveLength(20);
    expect(counted.asked).toEqual([1, 2]);
  });

  it('does not take a page of a doubtful size for the last', async () => {
    const { http } = vendor(25, 5, () => ({}));
    expect(await all(numberedPages(http, { ...list, doubtfulSizes: [3, 5] }))).toHaveLength(25);
  });

  it('fails when the vendor does not heed the page number', async () => {
    const http = {
      send: () => Promise.resolve({ status: 200, headers: link(false), body: [1, 2] }),
    };
    await expect(all(numberedPages(http, list))).rejects.toThrow(ProviderFailure);
  });
});

const sendAfter = ({ query }: VendorRequest): Promise<VendorReply> => {
  const after = Number(query?.['after'] ?? 0);
  const body = [1, 2, 3, 4, 5].filter((number) => number > after).slice(0, 2);
  return Promise.resolve({ status: 200, headers: {}, body });
};

it('a list can go on from a key of its last row', async () => {
  const keyed = pages(
    { send: sendAfter },
    {
      first: { path: '/n' },
      rows: rowsOf,
      next: ({ rows }) =>
        rows.length < 2 ? null : { path: '/n', query: { after: rows.at(-1) ?? 0 } },
    },
  );
  expect(await all(keyed)).toEqual([1, 2, 3, 4, 5]);
});

it.each([
  ['<https://v.example/a?page=3>; rel="next", <https://v.example/a>; rel="first"', true],
  ['<https://v.example/a>; rel=next', true],
  ['<https://v.example/a>; rel="last next"', true],
  ['<https://v.example/next>; rel="first"', false],
  ['<https://v.example/a>; rel="prev"', false],
])('the link header %s has a next page: %s', (header, next) => {
  expect(hasNext(header)).toBe(next);
});

it('a wrong form is named by the path of its first wrong field', () => {
  const shape = z.array(z.object({ id: z.int(), name: z.string() }));
  const body = [{ id: 1, name: 'a', new: true }, { id: 2 }];
  expect(() => parse(shape, body, 'GET /tasks')).toThrow(/at GET \/tasks \[1\]\.name/);
  expect(() => parse(shape, null, 'GET /tasks')).toThrow(/at GET \/tasks as a whole/);
  expect(parse(shape, body.slice(0, 1), 'GET /tasks')).toEqual([{ id: 1, name: 'a' }]);
});
