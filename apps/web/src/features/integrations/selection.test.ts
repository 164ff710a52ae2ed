import { expect, test } from 'vitest';
import { chooseAll, draftOf, findContainers, selectionOf, tick } from './selection.ts';
import type { Container } from './selection.ts';

function aContainer(remoteId: string, given: Partial<Container> = {}): Container {
  return { remoteId, name: remoteId, state: 'active', selected: false, isNew: false, ...given };
}

const three = [aContainer('1'), aContainer('2'), aContainer('3', { state: 'archived' })];

test('before anything is saved everything is wanted', () => {
  expect(selectionOf(draftOf(null), three)).toEqual({ mode: 'all' });
});

test('unticking one of “import all” leaves the others ticked', () => {
  const draft = tick(draftOf({ mode: 'all' }), three, { ids: ['2'], on: false });
  expect(selectionOf(draft, three)).toEqual({ mode: 'ticked', ids: ['1', '3'] });
});

test('ticking adds to what is saved', () => {
  const draft = tick(draftOf({ mode: 'ticked', ids: ['1'] }), three, { ids: ['3'], on: true });
  expect(selectionOf(draft, three)).toEqual({ mode: 'ticked', ids: ['1', '3'] });
});

test('turning “import all” off and on again forgets no tick', () => {
  const saved = draftOf({ mode: 'ticked', ids: ['2'] });
  const all = chooseAll(saved, three, true);
  expect(selectionOf(all, three)).toEqual({ mode: 'all' });
  expect(selectionOf(chooseAll(all, three, false), three)).toEqual({ mode: 'ticked', ids: ['2'] });
});

test('turning “import all” off at first ticks what is active', () => {
  const draft = chooseAll(draftOf(null), three, false);
  expect(selectionOf(draft, three)).toEqual({ mode: 'ticked', ids: ['1', '2'] });
});

test('a ticked thing that the vendor no longer shows is not sent', () => {
  const draft = draftOf({ mode: 'ticked', ids: ['1', 'gone'] });
  expect(selectionOf(draft, three)).toEqual({ mode: 'ticked', ids: ['1'] });
});

test('the search wants every word and puts new ones first and archived ones last', () => {
  const found = findContainers(
    [
      aContainer('a', { name: 'Shop old', state: 'archived' }),
      aContainer('b', { name: 'Shop new', isNew: true }),
      aContainer('c', { name: 'The SHOP' }),
      aContainer('d', { name: 'Garden' }),
    ],
    ' shop ',
  );
  expect(found.map((container) => container.remoteId)).toEqual(['b', 'c', 'a']);
  expect(findContainers(found, 'shop the').map((c) => c.remoteId)).toEqual(['c']);
});
