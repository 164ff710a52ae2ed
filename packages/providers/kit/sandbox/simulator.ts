/**
 * What a sandbox is made of. A simulator plays one vendor: its API below `apiPath`, a page for people
 * at `/`, and controls below `/_sandbox/`. It speaks web-standard requests and answers, so whatever
 * listens only mounts it.
 */
import type { Credential } from '@timegrove/domain/provider.ts';
import type { Act } from './act.ts';
import type { Fault, FaultSwitches } from './faults.ts';
import type { Html } from './html.ts';
import type { RowsAsked, RowsGiven } from './list-rows.ts';
import type { RequestLog } from './request-log.ts';
import type { SeedSize } from './seed.ts';

/** How a simulator is started. */
export interface SimulatorOptions {
  readonly size: SeedSize;
  /** Where it is mounted, as `/meistertask`; '' when it has a whole origin. */
  readonly mount: string;
  /** Another seed makes other data; 1 unless told. */
  readonly seed?: number;
  readonly now?: () => Date;
  /** Whether the vendor's own rate limit holds; it does unless told. */
  readonly rateLimit?: boolean;
  /** Where the Timegrove is whose native plugin a vendor's page may carry; none unless told. */
  readonly timegrove?: string | undefined;
}

/** Somebody who can sign in at the simulated vendor, and what there is to see for them. */
export interface SandboxAccount {
  readonly key: string;
  readonly label: string;
  readonly credential: Credential;
}

/** The accounts that every simulator has. `empty` sees no projects, `revoked` is refused. */
export interface SandboxAccounts {
  readonly demo: SandboxAccount;
  readonly empty: SandboxAccount;
  readonly revoked: SandboxAccount;
  readonly others: readonly SandboxAccount[];
}

/** A thing at the simulated vendor, in the words of the port. */
export interface SandboxNode {
  readonly kind: string;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly state: 'active' | 'completed' | 'archived' | 'trashed';
}

/** One request to the simulated API. */
export interface ApiCall {
  readonly method: string;
  /** Below the API, as `/tasks`. */
  readonly path: string;
  /** The whole address, as the client sees it. */
  readonly url: URL;
  readonly headers: Headers;
  /** From JSON or from a form; empty where neither was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Cuts one page out of a list, disturbed by the faults that are switched on. */
  list<Row>(rows: readonly Row[], asked: RowsAsked): RowsGiven<Row>;
}

/** What a vendor may answer instead of data. */
export type Refusal = Extract<
  Fault['kind'],
  'unauthorized' | 'forbidden' | 'rate-limited' | 'quota' | 'server-error'
>;

/** Something that happens at this vendor only, as a session that ends; a button on the page. */
export interface VendorEvent {
  readonly label: string;
  /** @param account whose it is, by its key */
  readonly happen: (account: string) => void;
}

/** What a provider folder says about its vendor; the kit makes a simulator of it. */
export interface VendorSandbox {
  readonly id: string;
  readonly name: string;
  /** As `/api`. */
  readonly apiPath: string;
  readonly accounts: SandboxAccounts;
  /** More than `requests` in `seconds` shuts the door for `blockSeconds`. */
  readonly rateLimit?: {
    readonly requests: number;
    readonly seconds: number;
    readonly blockSeconds: number;
  };
  /**
   * Whether an answer tells when its page is smaller than asked, by a header, a link or a total. Where
   * it does not, a cap cannot be noticed, and is not examined. True unless told.
   */
  readonly tellsPages?: boolean;
  /** The page that an address asks for, where it does not say so by `page`; 1 for the first. */
  readonly pageOf?: (url: URL) => number;
  readonly events?: Readonly<Record<string, VendorEvent>>;
  answer(call: ApiCall): Response | Promise<Response>;
  /** The vendor's own answer of that kind; `secondsLeft` until a block ends, where there is one. */
  refuse(refusal: Refusal, secondsLeft: number): Response;
  /** @throws SandboxRefusal when it cannot be done */
  act(act: Act): SandboxNode;
  /** Everything the account can see, what is trashed too; parents before children. */
  tree(account: string): readonly SandboxNode[];
  /** The fewest requests in which everything of the account can be read. */
  minimumRequests(account: string): number;
  /** The vendor's part of the page. */
  page(account: string, url: URL): Html;
  /** Its part of a further page, by the path below its mount; null where there is none. */
  readonly pageAt?: (path: string, account: string, url: URL) => Html | null;
  /** The origin of a script that its pages carry from elsewhere. */
  readonly scriptsFrom?: string | undefined;
  /** Back to the data of the seed. */
  reset(): void;
}

/** A simulated vendor, ready to be mounted. */
export interface Simulator extends Pick<
  VendorSandbox,
  'id' | 'name' | 'apiPath' | 'accounts' | 'act' | 'tree' | 'minimumRequests'
> {
  readonly tellsPages: boolean;
  /** The page that an address of the API asks for; 1 for the first. */
  readonly pageOf: (url: URL) => number;
  /** Lets something happen that only this vendor has. @throws SandboxRefusal when it has no such thing */
  happen(event: string, account: string): void;
  readonly faults: FaultSwitches;
  readonly requests: RequestLog;
  /** Back to the data of the seed, no faults, an empty log, no block. */
  reset(): void;
  handle(request: Request): Promise<Response>;
}

/** What the `sandbox.ts` of a provider folder exports as `sandbox`. */
export interface Sandbox {
  start(options: SimulatorOptions): Simulator;
}
