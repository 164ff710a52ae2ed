import { equal, ok } from 'node:assert/strict';
import type { Failure } from '@timegrove/domain/provider.ts';
import type { Fault } from '../sandbox/faults.ts';
import { failureOf, failuresOf, onBench, onSmallPages, spoilt } from './bench.ts';
import type { Bench, Subject } from './bench.ts';
import type { ConformanceCase } from './case.ts';
import { assertHonest, assertParentsKnown } from './proof.ts';

/** What a provider must do when the vendor fails. */
export const failingCases: readonly ConformanceCase[] = [
  fails({ kind: 'html' }, 'unreachable'),
  fails({ kind: 'cut-off' }, 'unreachable'),
  fails({ kind: 'server-error' }, 'unreachable'),
  fails({ kind: 'slow', milliseconds: 5000 }, 'unreachable'),
  fails({ kind: 'rate-limited' }, 'rate-limited'),
  fails({ kind: 'quota' }, 'rate-limited'),
  {
    name: 'says changed-shape when a field it needs is missing',
    run: (subject) =>
      onBench(subject, async (bench) => {
        spoilt(bench, { kind: 'missing-field', field: 'id' });
        assertOnly(failuresOf(await bench.pull()), 'changed-shape');
      }),
  },
  {
    name: 'reads on after a server error that passes',
    run: (subject) =>
      onBench(subject, async ({ simulator, pull }) => {
        simulator.faults.set([{ kind: 'server-error', times: 1 }]);
        equal(failuresOf(await pull()).length, 0);
      }),
  },
  {
    name: 'calls exactly that area incomplete whose second page fails',
    run: (subject) => onSmallPages(subject, assertSecondPages),
  },
  {
    name: 'claims nothing about what any one address did not give',
    run: (subject) => onBench(subject, assertEveryAddress),
  },
  ...(['reorder', 'move'] as const).map((kind) => ({
    name: `does not call complete what changed between two pages (${kind})`,
    run: (subject: Subject) =>
      onSmallPages(subject, async (bench) => {
        spoilt(bench, { kind });
        const told = await bench.pull();
        assertHonest(told, bench.simulator);
        assertParentsKnown(told.items);
      }),
  })),
];

function fails(fault: Fault, word: Failure['word']): ConformanceCase {
  return {
    name: `says ${word} to ${fault.kind}`,
    run: (subject) =>
      onBench(subject, async (bench) => {
        const { provider, simulator, tools } = bench;
        const { credential } = simulator.accounts.demo;
        spoilt(bench, fault);
        equal((await failureOf(() => provider.check(tools(), credential)))?.word, word);
        const told = await bench.pull();
        assertOnly(failuresOf(told), word);
        equal(told.complete.length, 0, 'something was called complete');
      }),
  };
}

function assertOnly(failures: readonly Failure[], word: Failure['word']): void {
  ok(failures.length > 0, 'nothing failed');
  for (const failure of failures) equal(failure.word, word);
}

// A vendor without pages has no second page, and nothing to examine here.
async function assertSecondPages(bench: Bench): Promise<void> {
  spoilt(bench);
  await bench.pull();
  for (const path of addresses(bench, (url) => bench.simulator.pageOf(url) === 2)) {
    spoilt(bench, { kind: 'server-error', path, page: 2 });
    const told = await bench.pull();
    const kinds = new Set(told.incomplete.map(({ area }) => area.kind));
    equal(told.thrown, null, `a failure of page 2 of ${path} ended the pull`);
    equal(kinds.size, 1, `page 2 of ${path} makes incomplete: ${[...kinds].join(', ')}`);
    assertHonest(told, bench.simulator);
    assertParentsKnown(told.items);
  }
}

async function assertEveryAddress(bench: Bench): Promise<void> {
  await bench.pull();
  for (const path of addresses(bench, () => true)) {
    spoilt(bench, { kind: 'server-error', path });
    const told = await bench.pull();
    assertOnly(failuresOf(told), 'unreachable');
    assertHonest(told, bench.simulator);
    assertParentsKnown(told.items);
  }
}

function addresses({ simulator }: Bench, wanted: (url: URL) => boolean): ReadonlySet<string> {
  const urls = simulator.requests.requests.map(({ path }) => new URL(path, 'http://vendor'));
  return new Set(urls.filter(wanted).map((url) => url.pathname));
}
