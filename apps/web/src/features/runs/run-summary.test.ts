import { newId } from '@timegrove/contract/new-id.ts';
import type { Run } from '@timegrove/contract/runs.ts';
import { expect, test } from 'vitest';
import { summaryOf } from './run-summary.ts';

const none = {
  seen: 0,
  created: 0,
  renamed: 0,
  moved: 0,
  archived: 0,
  restored: 0,
  unchanged: 0,
  skipped: 0,
};

function aRun(run: Partial<Run>): Run {
  return {
    id: newId<'run'>(),
    integrationId: newId<'integration'>(),
    provider: 'orchard',
    trigger: 'force',
    startedBy: 'Robin',
    startedAt: '2026-03-10T09:00:00.000Z',
    finishedAt: null,
    state: 'done',
    progress: { done: 0, total: null },
    requests: 3,
    pages: 3,
    counts: none,
    reason: null,
    ...run,
  };
}

test('without integrations there is nothing to synchronize', () => {
  expect(summaryOf([])).toEqual({ state: 'nothing' });
});

test('one run under way keeps the whole under way', () => {
  expect(
    summaryOf([aRun({}), aRun({ state: 'reading', progress: { done: 40, total: null } })]),
  ).toEqual({ state: 'under-way', progress: null, read: 40 });
});

test('progress is summed once a total is known', () => {
  const runs = [
    aRun({ state: 'applying', progress: { done: 10, total: 20 } }),
    aRun({ state: 'applying', progress: { done: 5, total: 30 } }),
    aRun({ state: 'waiting' }),
  ];
  expect(summaryOf(runs)).toEqual({
    state: 'under-way',
    progress: { done: 15, total: 50 },
    read: 0,
  });
});

test('the end tells all changes and every reason', () => {
  const runs = [
    aRun({ counts: { ...none, created: 2, unchanged: 90 } }),
    aRun({ counts: { ...none, created: 1, renamed: 4 } }),
    aRun({ state: 'failed', reason: 'The vendor does not answer.' }),
  ];
  expect(summaryOf(runs)).toEqual({
    state: 'ended',
    changes: { created: 3, renamed: 4, moved: 0, archived: 0, restored: 0 },
    problems: ['The vendor does not answer.'],
  });
});
