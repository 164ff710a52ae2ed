import { ProviderFailure, itemKey } from '@timegrove/domain/provider.ts';
import type {
  Area,
  Credential,
  Failure,
  Item,
  Provider,
  Selection,
  Tools,
} from '@timegrove/domain/provider.ts';
import { createBudget } from '../budget.ts';
import { createHttp } from '../http.ts';
import type { CountingHttp } from '../http.ts';
import type { Fault } from '../sandbox/faults.ts';
import { serve } from '../sandbox/serve.ts';
import type { Sandbox, SandboxAccount, Simulator } from '../sandbox/simulator.ts';
import { createCredentials } from './credentials.ts';

/** What is examined: a provider and the sandbox of its folder. */
export interface Subject {
  readonly provider: Provider;
  readonly sandbox: Sandbox;
}

/** All that one pull told, and the failure that ended it, if one did. */
export interface PullTold {
  readonly items: ReadonlyMap<string, Item>;
  /** Items that came more than once. */
  readonly doubles: readonly string[];
  readonly complete: readonly Area[];
  readonly incomplete: readonly { readonly area: Area; readonly failure: Failure }[];
  readonly thrown: Failure | null;
  readonly requests: number;
}

/** What is pulled and by whom; everything by the demo account unless told. */
export interface PullOptions {
  readonly selection?: Selection;
  readonly account?: SandboxAccount;
}

/** A provider at work on its simulator, over real loopback HTTP. */
export interface Bench {
  readonly provider: Provider;
  readonly simulator: Simulator;
  /** The faults that belong to the bench itself. */
  readonly always: readonly Fault[];
  /** What was noted for the record of the run. */
  readonly notes: readonly string[];
  readonly tools: () => Tools & { readonly http: CountingHttp };
  /** What is stored for an account after its credential was checked, and renewed since. */
  readonly stored: (account: SandboxAccount) => Credential;
  readonly pull: (options?: PullOptions) => Promise<PullTold>;
}

/** Starts a fresh simulator of the small agency for one examination and stops it afterwards. */
export async function onBench(
  { provider, sandbox }: Subject,
  examine: (bench: Bench) => Promise<void>,
): Promise<void> {
  const simulator = sandbox.start({ size: 'agency', mount: '', rateLimit: false });
  await examineOn(provider, simulator, [], examine);
}

/**
 * The same with lists that take several pages: the small agency in pages of 7, or a whole company
 * where the vendor's answers do not tell that their pages are smaller than asked.
 */
export async function onSmallPages(
  { provider, sandbox }: Subject,
  examine: (bench: Bench) => Promise<void>,
): Promise<void> {
  const options = { mount: '', rateLimit: false } as const;
  const agency = sandbox.start({ ...options, size: 'agency' });
  if (agency.tellsPages)
    await examineOn(provider, agency, [{ kind: 'page-cap', rows: 7 }], examine);
  else await examineOn(provider, sandbox.start({ ...options, size: 'company' }), [], examine);
}

async function examineOn(
  provider: Provider,
  simulator: Simulator,
  always: readonly Fault[],
  examine: (bench: Bench) => Promise<void>,
): Promise<void> {
  const served = await serve((request) => simulator.handle(request));
  const notes: string[] = [];
  const { demo, empty } = simulator.accounts;
  const makeTools = (renew: Tools['renew']) =>
    toolsFor(provider, simulator, served.url, { note: (text) => void notes.push(text), renew });
  try {
    const credentials = await createCredentials(provider, makeTools, [demo, empty]);
    simulator.requests.clear();
    await examine({
      provider,
      simulator,
      always,
      notes,
      tools: () => makeTools(credentials.renew(demo)),
      stored: credentials.of,
      pull: ({ account = demo, selection = { mode: 'all' } }: PullOptions = {}) =>
        listen(provider, makeTools(credentials.renew(account)), credentials.of(account), selection),
    });
  } finally {
    await served.stop();
  }
}

function toolsFor(
  provider: Provider,
  simulator: Simulator,
  url: string,
  told: Pick<Tools, 'note' | 'renew'>,
) {
  const { explain, quota, budget } = provider;
  const isSlow = simulator.faults.list().some((fault) => fault.kind === 'slow');
  const http = createHttp({
    baseUrl: url + simulator.apiPath,
    budget: createBudget({ ...budget, requests: 100_000 }),
    fetch,
    now: () => new Date(),
    sleep: () => Promise.resolve(),
    // Short only where it is examined: a busy machine is slow as well.
    timeoutSeconds: isSlow ? 0.3 : 20,
    ...(explain === undefined ? {} : { explain }),
    ...(quota === undefined ? {} : { quota }),
  });
  return { ...told, http, now: () => new Date() };
}

async function listen(
  provider: Provider,
  tools: ReturnType<Bench['tools']>,
  credential: Credential,
  selection: Selection,
): Promise<PullTold> {
  const items = new Map<string, Item>();
  const doubles: string[] = [];
  const complete: Area[] = [];
  const incomplete: { area: Area; failure: Failure }[] = [];
  const thrown = await failureOf(async () => {
    for await (const told of provider.pull(tools, credential, selection)) {
      if (told.type === 'complete') complete.push(told.area);
      if (told.type === 'incomplete') incomplete.push(told);
      for (const item of told.type === 'items' ? told.items : []) {
        if (items.has(itemKey(item))) doubles.push(itemKey(item));
        items.set(itemKey(item), item);
      }
    }
  });
  return { items, doubles, complete, incomplete, thrown, requests: tools.http.spent().requests };
}

/** The failure with which a verb ends, or null; anything but a provider failure is thrown on. */
export async function failureOf(verb: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await verb();
    return null;
  } catch (error) {
    if (error instanceof ProviderFailure) return error.failure;
    throw error;
  }
}

/** Every failure that a pull told of, the one that ended it included. */
export function failuresOf(told: PullTold): readonly Failure[] {
  return [
    ...told.incomplete.map(({ failure }) => failure),
    ...(told.thrown === null ? [] : [told.thrown]),
  ];
}

/** Switches faults on, after forgetting what was asked so far. */
export function spoilt(bench: Bench, ...faults: readonly Fault[]): void {
  bench.simulator.requests.clear();
  bench.simulator.faults.set([...bench.always, ...faults]);
}
