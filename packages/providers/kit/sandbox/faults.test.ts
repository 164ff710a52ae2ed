import { describe, expect, it } from 'vitest';
import { createFaultSwitches } from './faults.ts';
import type { Fault } from './faults.ts';
import { listRows } from './list-rows.ts';
import { spoil } from './spoil.ts';

const rows = Array.from({ length: 25 }, (_, at) => at);

/** All rows as a client reads them, page by page. */
function readAll(...faults: readonly Fault[]): number[] {
  const read: number[] = [];
  for (let page = 1; ; page += 1) {
    const given = listRows(rows, { page, size: 10 }, faults);
    read.push(...given.rows);
    if (!given.more) return read;
  }
}

describe('the faults of lists', () => {
  it('leave the rows as they are when none is on', () => {
    expect(readAll()).toEqual(rows);
  });

  it('cap the pages without losing anything', () => {
    expect(listRows(rows, { page: 1, size: 10 }, [{ kind: 'page-cap', rows: 4 }])).toEqual({
      rows: [0, 1, 2, 3],
      size: 4,
      more: true,
    });
    expect(readAll({ kind: 'page-cap', rows: 4 })).toEqual(rows);
  });

  it.each(['reorder', 'move'] as const)('with %s some rows come twice and others never', (kind) => {
    const read = readAll({ kind });
    expect(read).toHaveLength(rows.length);
    expect(new Set(read).size).toBeLessThan(rows.length);
  });
});

describe('the switches', () => {
  it('strike only the path and the page that they name, and as often as they say', () => {
    const switches = createFaultSwitches();
    switches.set([{ kind: 'html', path: '/tasks', page: 2, times: 1 }]);
    expect(switches.strike('/projects', 2)).toEqual([]);
    expect(switches.strike('/tasks', 1)).toEqual([]);
    expect(switches.strike('/tasks', 2)).toHaveLength(1);
    expect(switches.strike('/tasks', 2)).toEqual([]);
    expect(switches.list()).toEqual([]);
  });
});

describe('a spoilt answer', () => {
  const body = { id: 1, people: [{ id: 2, name: 'Alva' }] };
  const spoilt = async (fault: Fault) => (await spoil(Response.json(body), [fault])).text();

  it('has fields that nobody knows, or misses one, at every depth', async () => {
    expect(JSON.parse(await spoilt({ kind: 'missing-field', field: 'id' }))).toEqual({
      people: [{ name: 'Alva' }],
    });
    const grown = await spoilt({ kind: 'unknown-field' });
    expect(grown.match(/brand_new/g)).toHaveLength(2);
    expect(JSON.parse(grown)).toMatchObject(body);
  });

  it('ends in the middle', async () => {
    expect(JSON.stringify(body).startsWith(await spoilt({ kind: 'cut-off' }))).toBe(true);
    await expect(spoilt({ kind: 'cut-off' }).then(JSON.parse)).rejects.toThrow();
  });

  it('is no error answer', async () => {
    const error = Response.json(body, { status: 404 });
    expect(await (await spoil(error, [{ kind: 'cut-off' }])).json()).toEqual(body);
  });
});
