import type { Integration } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Run } from '@timegrove/contract/runs.ts';
import { expect, test } from 'vitest';
import { changesOf, healthOf, integrationOf, needsSomebody, stageOf } from './stage.ts';

function aRun(state: Run['state']): Run {
  return {
    id: newId<'run'>(),
    integrationId: newId<'integration'>(),
    provider: 'p',
    trigger: 'hourly',
    startedBy: null,
    startedAt: '2026-03-01T10:00:00.000Z',
    finishedAt: null,
    state,
    progress: { done: 0, total: null },
    requests: 0,
    pages: 0,
    counts: {
      seen: 9,
      created: 1,
      renamed: 2,
      moved: 3,
      archived: 4,
      restored: 5,
      unchanged: 6,
      skipped: 7,
    },
    reason: null,
  };
}

function anIntegration(given: Partial<Integration> = {}): Integration {
  return {
    id: newId<'integration'>(),
    provider: 'p',
    state: 'active',
    owner: null,
    identity: null,
    maskedCredential: {},
    selection: null,
    rootTaskId: null,
    activeTasks: 0,
    lastRun: null,
    currentRun: null,
    nextRunAt: null,
    quota: null,
    pause: null,
    ...given,
  };
}

test('a provider without an integration, or with an unlinked one, is to be enabled', () => {
  expect(stageOf(undefined)).toBe('enable');
  expect(stageOf(anIntegration({ state: 'unlinked' }))).toBe('enable');
  expect(stageOf(anIntegration({ state: 'choosing' }))).toBe('choose');
  expect(stageOf(anIntegration({ state: 'paused' }))).toBe('settings');
});

test('what needs a person comes before what is under way', () => {
  const held = { lastRun: aRun('held'), currentRun: aRun('reading') };
  expect(healthOf(anIntegration({ ...held, state: 'paused' }))).toBe('paused');
  expect(healthOf(anIntegration(held))).toBe('held');
  expect(healthOf(anIntegration({ lastRun: aRun('failed'), currentRun: aRun('reading') }))).toBe(
    'running',
  );
});

test('waiting for the vendor comes before how the last run ended', () => {
  const pause = { reason: 'quota', until: '2026-03-01T11:00:00.000Z' };
  expect(healthOf(anIntegration({ pause, lastRun: aRun('failed') }))).toBe('waiting');
  expect(healthOf(anIntegration({ lastRun: aRun('failed') }))).toBe('failed');
  expect(healthOf(anIntegration({ lastRun: aRun('partial') }))).toBe('partial');
  expect(healthOf(anIntegration({ lastRun: aRun('cancelled') }))).toBe('cancelled');
  expect(healthOf(anIntegration({ lastRun: aRun('done') }))).toBe('fine');
});

test('what was only seen, left or skipped is no change', () => {
  expect(changesOf(aRun('done'))).toBe(15);
});

test('a linked integration stands before an unlinked one of the same provider', () => {
  const old = anIntegration({ state: 'unlinked' });
  const now = anIntegration();
  expect(integrationOf([old, now], 'p')).toBe(now);
  expect(integrationOf([old], 'p')).toBe(old);
  expect(integrationOf([old, now], 'q')).toBeUndefined();
});

test('an administrator is needed for a pause, a held change and an owner who left', () => {
  const owner = { memberId: newId<'member'>(), name: 'Ada', active: true };
  const gone = { ...owner, active: false };
  expect(needsSomebody(anIntegration({ owner }))).toBe(false);
  expect(needsSomebody(anIntegration({ owner, lastRun: aRun('failed') }))).toBe(false);
  expect(needsSomebody(anIntegration({ owner: gone, state: 'unlinked' }))).toBe(false);
  expect(needsSomebody(anIntegration({ owner: gone }))).toBe(true);
  expect(needsSomebody(anIntegration({ owner, state: 'paused' }))).toBe(true);
  expect(needsSomebody(anIntegration({ owner, lastRun: aRun('held') }))).toBe(true);
});
