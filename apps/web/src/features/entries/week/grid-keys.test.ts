import { expect, test } from 'vitest';
import { stepOf } from './grid-keys.ts';

test.each([
  ['ArrowLeft', {}, { rows: 0, columns: -1 }],
  ['ArrowRight', {}, { rows: 0, columns: 1 }],
  ['ArrowUp', {}, { rows: -1, columns: 0 }],
  ['ArrowDown', {}, { rows: 1, columns: 0 }],
  ['Enter', {}, { rows: 1, columns: 0 }],
  ['Enter', { shiftKey: true }, { rows: -1, columns: 0 }],
  ['ArrowLeft', { typing: true }, null],
  ['ArrowRight', { typing: true }, null],
  ['ArrowDown', { typing: true }, { rows: 1, columns: 0 }],
  ['Tab', {}, null],
  ['1', {}, null],
])('%s %o', (key, given, step) => {
  expect(stepOf({ key, shiftKey: false, typing: false, ...given })).toEqual(step);
});
