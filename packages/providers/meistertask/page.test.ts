import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { page } from './page.ts';

const task = 'https://www.meistertask.com/app/task/cOWITe9h';
const data = `<div id="mt-toggl-data" data-toggl-json='{"taskName":"Vote tickets"}'></div>`;
const room = '<div id="mt-toggl-task-button"></div>';

const look = (address: string, body: string) =>
  page.look(parseHTML(`<body>${body}</body>`).document, new URL(address));

describe('an open task', () => {
  it.each([task, `${task}/`, `${task}/vote-tickets`, `${task}/vote-tickets?a=b#c`])(
    'is known by the token in %s',
    (address) => {
      const [spot, ...more] = look(address, data + room);
      expect(more).toEqual([]);
      expect(spot).toMatchObject({
        item: task,
        title: 'Vote tickets',
        where: 'after',
      });
      expect(spot?.place?.id).toBe('mt-toggl-task-button');
    },
  );

  it('has its button in the older header', () => {
    const [spot] = look(task, `${data}<div class="js-task-header"></div>`);
    expect(spot?.where).toBe('append');
  });

  it.each(['', data, `<div id="mt-toggl-data" data-toggl-json="{"></div>`])(
    'is still known when the page was built anew: %s',
    (body) => {
      expect(look(task, body)).toMatchObject([{ item: task, place: null }]);
    },
  );
});

describe('no task', () => {
  it.each([
    'https://www.meistertask.com/app/dashboard',
    'https://www.meistertask.com/app/project/AbCd1234/relaunch',
    'https://www.meistertask.com/app/task/',
    'https://www.meistertask.com/app/task/a%2Fb/odd',
  ])('is open on %s', (address) => {
    expect(look(address, data + room)).toEqual([]);
  });
});
