import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { page } from './page.ts';

const project = 'https://track.toggl.com/1959394/projects/1676203';
const head = '<main><h1>Loyalty club</h1>';
const row = (name: string) => `<tr><td><input type="checkbox"></td><td>${name}</td><td>–</td></tr>`;
const table = (...names: string[]) =>
  `<table><thead>${row('Task')}</thead><tbody>${names.map(row).join('')}</tbody></table>`;

const look = (address: string, body: string) =>
  page.look(parseHTML(`<body>${body}</body>`).document, new URL(address));

describe('an open project', () => {
  it.each([project, `${project}/team`, `${project}/tasks?page=2`])(
    'is known by the id in %s',
    (address) => {
      const [spot] = look(address, head);
      expect(spot).toMatchObject({
        item: 'project_1676203',
        title: 'Loyalty club',
        where: 'after',
      });
      expect(spot?.place?.tagName).toBe('H1');
    },
  );

  it('is still known when the page was built anew', () => {
    expect(look(`${project}/team`, '<div>')).toMatchObject([
      { item: 'project_1676203', place: null },
    ]);
  });
});

describe('the tasks of a project', () => {
  it('are known by their names in it', () => {
    const [, ...tasks] = look(`${project}/tasks`, head + table('Draft', ' Print \n it'));
    expect(tasks).toMatchObject([
      { item: 'project_1676203 Draft', title: 'Draft', where: 'append' },
      { item: 'project_1676203 Print it', title: 'Print it', where: 'append' },
    ]);
    expect(tasks[0]?.place?.textContent).toBe('Draft');
  });

  it('are those of one page of the list', () => {
    const names = Array.from({ length: 60 }, (_, at) => `Task ${at}`);
    expect(look(`${project}/tasks`, head + table(...names))).toHaveLength(51);
  });

  it('are not sought on the other tabs', () => {
    expect(look(`${project}/team`, head + table('Uma Rowan'))).toHaveLength(1);
  });
});

describe('nothing', () => {
  it.each([
    'https://track.toggl.com/timer',
    'https://track.toggl.com/projects/1959394/list',
    'https://track.toggl.com/1959394/projects/',
    'https://track.toggl.com/reports/summary/1959394',
  ])('is open on %s', (address) => {
    expect(look(address, head + table('Draft'))).toEqual([]);
  });
});
