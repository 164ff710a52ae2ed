import { expect, test } from 'vitest';
import { askedBy } from './asked-start.ts';
import { startSearch } from './start-search.ts';

const asked = (search: Record<string, unknown>) => askedBy(startSearch.parse(search));
const page = 'https://example.org/bees';

test.each([
  ['a task', { task: 'abc', note: 7 }, { kind: 'task', task: 'abc', note: '7' }],
  ['the last task', { last: true }, { kind: 'last', note: '' }],
  ['a note alone, so that somebody chooses', { note: 'Call' }, { kind: 'open', note: 'Call' }],
  ['nothing', {}, { kind: 'open', note: '' }],
])('a link asks for %s', (_, search, expected) => {
  expect(asked(search)).toEqual(expected);
});

test.each([
  ['a title', { title: ' Bees\nand  trees ' }, 'Bees and trees'],
  ['a title and an address', { title: 'Bees', url: page }, `Bees ${page}`],
  ['the address as text, as Android does', { title: 'Bees', text: page }, `Bees ${page}`],
  [
    'a text that has the others in it',
    { title: 'Bees', text: `Bees: ${page}`, url: page },
    `Bees: ${page}`,
  ],
  ['the same twice', { title: 'Bees', text: 'Bees' }, 'Bees'],
  ['what looks like data', { text: { a: [1] } }, '{"a":[1]}'],
])('%s is shared as the note of a timer without a task', (_, search, note) => {
  expect(asked(search)).toEqual({ kind: 'without-task', note });
});

test('a shared note is never longer than a note can be', () => {
  expect(asked({ text: 'a'.repeat(6000) }).note).toHaveLength(5000);
});
