import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Credential } from '@timegrove/domain/provider.ts';
import type { Fault } from '../sandbox/faults.ts';
import { failureOf, failuresOf, onBench, spoilt } from './bench.ts';
import type { Bench, Subject } from './bench.ts';
import type { ConformanceCase } from './case.ts';

/** What a provider must do with a credential. */
export const signInCases: readonly ConformanceCase[] = [
  {
    name: 'tells who a right credential belongs to',
    run: (subject) =>
      onBench(subject, async ({ provider, simulator, tools }) => {
        const identity = await provider.check(tools(), simulator.accounts.demo.credential);
        ok(identity.name !== '', 'the identity has no name');
        ok(identity.email.includes('@'), 'the identity has no e-mail address');
      }),
  },
  refused('a wrong', (bench) => changed(bench, (value) => `${value.slice(0, -4)}zzzz`)),
  refused('an empty', (bench) => changed(bench, () => '')),
  refused('a missing', () => ({})),
  refused('a revoked', (bench) => bench.simulator.accounts.revoked.credential),
  ...(['unauthorized', 'forbidden'] as const).map((kind) => ({
    name: `says unauthorized when the vendor is ${kind === 'forbidden' ? 'closed (403)' : 'locked (401)'}`,
    run: (subject: Subject) =>
      onBench(subject, async (bench) => {
        spoilt(bench, { kind });
        const failure = await failureOf(() =>
          check(bench, bench.simulator.accounts.demo.credential),
        );
        equal(failure?.word, 'unauthorized');
        equal(bench.simulator.requests.count, 1, 'a refused credential was tried again');
        equal((await bench.pull()).thrown?.word, 'unauthorized');
      }),
  })),
  {
    name: 'never lets the credential out in a failure or a note',
    run: (subject) => onBench(subject, assertSilent),
  },
];

function refused(which: string, credential: (bench: Bench) => Credential): ConformanceCase {
  return {
    name: `says unauthorized to ${which} credential, with a reason, after one request`,
    run: (subject) =>
      onBench(subject, async (bench) => {
        const failure = await failureOf(() => check(bench, credential(bench)));
        equal(failure?.word, 'unauthorized');
        ok(failure.word === 'unauthorized' && failure.reason !== '', 'there is no reason');
        ok(bench.simulator.requests.count <= 1, 'a refused credential was tried again');
      }),
  };
}

function check({ provider, tools }: Bench, credential: Credential) {
  return provider.check(tools(), credential);
}

function changed({ provider, simulator }: Bench, change: (value: string) => string): Credential {
  const right = simulator.accounts.demo.credential;
  return Object.fromEntries(provider.fields.map(({ key }) => [key, change(right[key] ?? '')]));
}

const every: readonly Fault[] = [
  { kind: 'unauthorized' },
  { kind: 'forbidden' },
  { kind: 'rate-limited' },
  { kind: 'quota' },
  { kind: 'server-error' },
  { kind: 'html' },
  { kind: 'cut-off' },
  { kind: 'missing-field', field: 'id' },
];

async function assertSilent(bench: Bench): Promise<void> {
  const { simulator, provider, notes } = bench;
  const credential = simulator.accounts.demo.credential;
  const told: unknown[] = [];
  for (const fault of every) {
    spoilt(bench, fault);
    told.push(await failureOf(() => check(bench, credential)));
    told.push(failuresOf(await bench.pull()));
  }
  const text = JSON.stringify([told, notes]);
  const secrets = provider.fields
    .filter((field) => field.secret)
    .map((field) => credential[field.key] ?? '')
    .concat(keptSecrets(bench));
  ok(
    secrets.every((secret) => secret.length > 0),
    'the demo credential has an empty secret',
  );
  deepEqual(
    secrets.filter((secret) => text.includes(secret) || text.includes(btoa(secret))),
    [],
    'a failure or a note holds the credential',
  );
}

// What the vendor gave in place of the typed credential is as secret, save what was typed openly.
function keptSecrets({ provider, simulator, stored }: Bench): readonly string[] {
  const { demo } = simulator.accounts;
  const open = provider.fields
    .filter((field) => !field.secret)
    .map((field) => demo.credential[field.key]);
  return Object.values(stored(demo)).filter((value) => !open.includes(value));
}
