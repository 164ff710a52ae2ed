import { expect, it } from 'vitest';
import { defineProvider, isProvider } from './define-provider.ts';
import { loadProviders } from './load-providers.ts';

const { providers } = await loadProviders();
const [right] = providers;
if (right === undefined) throw new Error('there is no provider');

it('a coherent provider is given back as it is', () => {
  expect(defineProvider(right)).toBe(right);
});

it.each([
  ['no level', { levels: [] }, /^levels: /],
  ['two levels of one kind', { levels: [...right.levels, ...right.levels] }, /same kind/],
  ['a selection of no level', { selects: 'galaxy' }, /selects: must be the kind of a level/],
  ['an id that is no folder name', { id: 'My Tool' }, /^id: /],
  ['a base address that is no web address', { baseUrl: 'ftp://x.example' }, /^baseUrl: /],
  [
    'no secret field',
    { fields: right.fields.map((field) => ({ ...field, secret: false })) },
    /secret/,
  ],
  [
    'a match by e-mail without people',
    { assigns: { owner: 'root', members: 'by-email-to-containers' } },
    /^people: /,
  ],
  ['no pull', { pull: undefined }, /^pull: /],
])('a provider with %s is not coherent', (_, change, complaint) => {
  const complaints: string[] = [];
  expect(isProvider({ ...right, ...change }, complaints)).toBe(false);
  expect(complaints.join('\n')).toMatch(complaint);
});
