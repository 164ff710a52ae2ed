import { account } from '@timegrove/contract/account.ts';
import { changeAccount } from '@timegrove/contract/account.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { expect, it } from 'vitest';
import { draftOf, settingsOf } from './account-draft.ts';

const stored = account.parse({
  id: newId<'account'>(),
  name: 'Grove & Co',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  weekStart: 1,
  roundingMinutes: 0,
  entriesByHand: true,
  overlapsAllowed: true,
  lockAfterDays: null,
  longTimerHours: 8,
});

it('sends what is stored when nothing was edited', () => {
  const { id: _id, ...settings } = stored;
  expect(settingsOf(draftOf(stored))).toEqual(settings);
  expect(settingsOf(draftOf({ ...stored, lockAfterDays: 3 })).lockAfterDays).toBe(3);
});

it('offers a month and some days when locking is switched on', () => {
  expect(settingsOf({ ...draftOf(stored), locks: true }).lockAfterDays).toBe(35);
});

it('does not take an empty number for a number', () => {
  const sent = settingsOf({ ...draftOf(stored), locks: true, lockAfterDays: '' });
  expect(changeAccount.body.safeParse(sent).error?.issues[0]?.path).toEqual(['lockAfterDays']);
});
