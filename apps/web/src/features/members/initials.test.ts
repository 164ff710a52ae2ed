import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ada Lovelace', 'AL'],
  ['  ada   king of lovelace ', 'AL'],
  ['Plato', 'P'],
  ['👩‍🚀 Nova', '👩‍🚀N'],
  ['', ''],
])('%s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
