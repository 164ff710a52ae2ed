import { changeMe, me } from '@timegrove/contract/session.ts';
import { expect, test } from 'vitest';
import { draftOf, profileOf } from './profile-draft.ts';

const id = '01a1fe7d-184d-7476-9514-0377128437ac';
const stored = me.parse({
  memberId: id,
  email: 'mia@example.test',
  role: 'user',
  name: 'Mia',
  zone: 'Europe/Berlin',
  language: null,
  weekStart: 7,
  workingMinutes: [480, 480, 480, 480, 480, 0, 0],
  idleMinutes: null,
  account: {
    id,
    name: 'Grove',
    currency: 'EUR',
    zone: 'Europe/Berlin',
    weekStart: 1,
    roundingMinutes: 0,
    entriesByHand: true,
    overlapsAllowed: true,
    lockAfterDays: null,
    longTimerHours: 8,
  },
  serverTime: '2026-03-02T09:00:00.000Z',
});

test('a profile that nobody touched is sent as it was', () => {
  const { name, zone, language, weekStart, workingMinutes, idleMinutes } = stored;
  const sent = { name, zone, language, weekStart, workingMinutes, idleMinutes };
  expect(profileOf(draftOf(stored))).toEqual(sent);
});

test('who wants to be asked after ten minutes says so, and an empty number is refused', () => {
  const asking = { ...draftOf(stored), asksWhenIdle: true };
  expect(profileOf(asking)).toMatchObject({ idleMinutes: 10 });
  const empty = profileOf({ ...asking, idleMinutes: '' });
  expect(changeMe.body.safeParse(empty).error?.issues[0]?.path).toEqual(['idleMinutes']);
});
