import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { page } from './page.ts';

const id = '4790edab-f577-4052-a1dc-aa8e9a16054f';
const project = 'https://planner.timecamp.com/projects/5f0c2a6e-0000-4000-8000-000000000001';
const card = `${project}/kanban?taskId=${id}`;
const title = `<h1 id="task_${id}">Call the <i>printer</i></h1>`;
const header = 'headerLeft__app-heySpace-components-tasks-CardDetailsModal-styles__1VE1M';
const progress =
  'taskProgressWrapper__app-heySpace-components-tasks-taskProgress-TaskStatusAndProgressController-styles__3ycZY';

const look = (address: string, body: string) =>
  page.look(parseHTML(`<body>${body}</body>`).document, new URL(address));

describe('an open card', () => {
  it.each([
    card,
    `${project}/list?a=b&taskId=${id}`,
    card.replace('planner.timecamp.com', 'app.hey.space'),
  ])('is known by the id in %s', (address) => {
    expect(look(address, title)).toMatchObject([{ item: `task_${id}`, title: 'Call the printer' }]);
  });

  it.each([
    [`<div class="x ${header}"></div>${title}`, 'append', 'DIV'],
    [`<div class="${header.replace('1VE1M', '9xYz0')}"></div>`, 'append', 'DIV'],
    [`<div class="${progress}"></div>${title}`, 'append', 'DIV'],
    [title, 'after', 'H1'],
  ])('has its button in %s', (body, where, name) => {
    const [spot] = look(card, body);
    expect([spot?.where, spot?.place?.tagName]).toEqual([where, name]);
  });

  it('is still known when the page was built anew', () => {
    expect(look(card, '<main></main>')).toMatchObject([{ item: `task_${id}`, place: null }]);
  });
});

describe('no card', () => {
  it.each([
    `${project}/kanban`,
    `${project}/kanban?taskId=`,
    `${project}/kanban?taskId=%22%5D`,
    `https://planner.timecamp.com/chat?taskId=${id}`,
  ])('is open on %s', (address) => {
    expect(look(address, title)).toEqual([]);
  });
});
