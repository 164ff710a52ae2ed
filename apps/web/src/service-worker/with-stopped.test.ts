import { expect, test } from 'vitest';
import { anEntry } from '@timegrove/contract/testing/an-entry.ts';
import { withStopped } from './with-stopped.ts';

const at = '2026-03-10T10:00:00.000Z';
const [running, other] = [
  { ...anEntry('09:00', '10:00'), stoppedAt: null },
  anEntry('07:00', '08:00'),
];
const kept = {
  build: 'one',
  answers: {
    queries: [
      { queryKey: ['timer'], state: { data: { running, serverTime: at } } },
      { queryKey: ['entries', '2026-03-10'], state: { data: [other, running], error: null } },
    ],
  },
};

test('the stopped timer does not run any more, and its entry has an end', () => {
  expect(withStopped(kept, running.id, at)).toEqual({
    build: 'one',
    answers: {
      queries: [
        { queryKey: ['timer'], state: { data: { running: null, serverTime: at } } },
        {
          queryKey: ['entries', '2026-03-10'],
          state: { data: [other, { ...running, stoppedAt: at }], error: null },
        },
      ],
    },
  });
});

test('another timer goes on, and nothing kept stays nothing', () => {
  expect(withStopped(kept, other.id, at)).toEqual(kept);
  expect(withStopped(undefined, running.id, at)).toBeUndefined();
});
