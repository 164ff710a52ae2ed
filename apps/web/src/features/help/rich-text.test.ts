import { expect, it } from 'vitest';
import { piecesOf } from './rich-text.ts';

it('reads strong words and links', () => {
  expect(piecesOf('Open **Settings** at [Vendor](https://vendor.example/a) now.')).toEqual([
    { type: 'plain', words: 'Open ' },
    { type: 'strong', words: 'Settings' },
    { type: 'plain', words: ' at ' },
    { type: 'link', words: 'Vendor', url: 'https://vendor.example/a' },
    { type: 'plain', words: ' now.' },
  ]);
});

it.each([
  'no marks',
  '2 * 3 ** 4',
  '[Press](javascript:alert(1))',
  '<b>bold</b>',
  '[words](/projects)',
])('leaves as it is written: %s', (text) => {
  expect(piecesOf(text)).toEqual([{ type: 'plain', words: text }]);
});
