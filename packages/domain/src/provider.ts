/**
 * The port to other people's tools. A provider is one value of type `Provider`; it never sees the
 * database, the environment or another provider: HTTP, clock and log are handed in.
 */

/** What the vendor says about the life of an item. */
export type ItemState = 'active' | 'completed' | 'archived' | 'deleted';

/** Names one item at the vendor: its level and the vendor's id, as text. */
export interface ItemRef {
  readonly kind: string;
  readonly remoteId: string;
}

/** A thing at the vendor: workspace, client, project, list or task. */
export interface Item extends ItemRef {
  /** The item above it; null when it sits directly below the integration's root. */
  readonly parent: ItemRef | null;
  readonly name: string;
  readonly state: ItemState;
  /** Where a person can open the item at the vendor, if there is such an address. */
  readonly url: string | null;
}

/** What becomes of the task of an item: it stays active, or it goes to the Archived tasks. */
export type Fate = 'keep' | 'archive';

/** One level of the vendor's structure and what happens to its tasks. */
export interface Level {
  readonly kind: string;
  /** How people call it: one and many, for screens. */
  readonly words: { readonly one: string; readonly many: string };
  /** The fate of a task whose item is archived, deleted or completed, or absent from a complete read. */
  readonly policy: Readonly<Record<'archived' | 'deleted' | 'completed' | 'absent', Fate>>;
}

/** One field of the form that asks for the credential. */
export interface CredentialField {
  readonly key: string;
  readonly label: string;
  readonly secret: boolean;
  readonly placeholder: string;
}

/** What proves to the vendor who is asking, by the keys of the credential fields. */
export type Credential = Readonly<Record<string, string>>;

/** Which of the selectable items are wanted. `all` lets new ones come in by themselves. */
export type Selection =
  | { readonly mode: 'all' }
  | { readonly mode: 'ticked'; readonly ids: readonly string[] };

/** A selectable item, as the administrator sees it before choosing. */
export interface Container extends ItemRef {
  readonly name: string;
  readonly state: ItemState;
}

/** The five words in which a provider fails. */
export type Failure =
  | { readonly word: 'unauthorized'; readonly reason: string }
  | { readonly word: 'rate-limited'; readonly until: Date }
  | { readonly word: 'unreachable'; readonly reason: string }
  | { readonly word: 'changed-shape'; readonly path: string }
  | { readonly word: 'gone'; readonly reason: string };

/** Thrown by a provider; anything else it throws is a defect of the provider. */
export class ProviderFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failureSentence(failure));
    this.name = 'ProviderFailure';
    this.failure = failure;
  }
}

/** Says a failure in one sentence that holds no secret. */
export function failureSentence(failure: Failure): string {
  switch (failure.word) {
    case 'unauthorized':
      return `refused the credential: ${failure.reason}`;
    case 'rate-limited':
      return `asks to wait until ${failure.until.toISOString()}`;
    case 'unreachable':
      return `cannot be reached: ${failure.reason}`;
    case 'changed-shape':
      return `answered in an unknown form at ${failure.path}`;
    case 'gone':
      return `no longer has it: ${failure.reason}`;
  }
}

/** The area a proof or a gap speaks of: all items of a kind, everywhere or directly below one parent. */
export interface Area {
  readonly kind: string;
  readonly below: ItemRef | null | 'everywhere';
}

/** What a pull tells while it reads: items in any order, and for each area whether it was read whole. */
export type Pulled =
  | { readonly type: 'items'; readonly items: readonly Item[] }
  | { readonly type: 'complete'; readonly area: Area }
  | { readonly type: 'incomplete'; readonly area: Area; readonly failure: Failure }
  | { readonly type: 'no-feature'; readonly area: Area; readonly reason: string };

/** A person at the vendor, for matching by e-mail. */
export interface RemotePerson {
  readonly remoteId: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** The containers this person belongs to. */
  readonly containers: readonly ItemRef[];
}

/** One request to the vendor; `path` is relative to the base address. */
export interface VendorRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

/** An answer with a 2xx status, its body parsed from JSON; header names are in lower case. */
export interface VendorReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer with another status, before the kit turns it into one of the five words. */
export interface VendorRefusal {
  /** The path of the request, as the provider asked. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** At most the first 2 000 characters. */
  readonly text: string;
}

/** HTTP as a provider meets it: retries, the request budget and time limits lie behind it. */
export interface VendorHttp {
  /** @throws ProviderFailure */
  send(request: VendorRequest): Promise<VendorReply>;
}

/** What every verb of a provider is handed. */
export interface Tools {
  readonly http: VendorHttp;
  readonly now: () => Date;
  /** Notes a fact for the run's record; never a secret. */
  readonly note: (text: string) => void;
  /** The vendor gave a newer credential: when this resolves, it is stored in place of the old one. */
  readonly renew: (credential: Credential) => Promise<void>;
}

/** Who gets assigned by rule; hand-made assignments are never touched. */
export interface AssignRule {
  /** The owner is always assigned to the root. */
  readonly owner: 'root';
  readonly members: 'none' | 'everyone-to-root' | 'by-email-to-containers';
}

/** How many requests a credential may make: `requests` in any window of `seconds`. */
export interface Budget {
  readonly requests: number;
  readonly seconds: number;
  /** How long to stay away after a 429 that does not say how long, in seconds. */
  readonly pauseSeconds: number;
}

/** What the vendor itself says is left of its quota; with `left` 0 the kit stays away until then. */
export interface Quota {
  readonly left: number;
  readonly until: Date;
}

/** Who a credential belongs to, in the vendor's eyes. */
export interface Identity {
  readonly name: string;
  readonly email: string;
  /** What to store in place of what was typed, when the vendor gives something better than a password. */
  readonly keep?: Credential;
}

/** One vendor. Everything the engine and the screens need to know of it is data here. */
export interface Provider {
  /** The folder's name; a plain string everywhere outside it. */
  readonly id: string;
  readonly name: string;
  /** The name of the root project made in the tree. */
  readonly rootName: string;
  /** One sentence for the card on the Integrations page. */
  readonly summary: string;
  /** Where the vendor shows the credential, in words and as a link. */
  readonly help: { readonly text: string; readonly url: string };
  /** The vendor's API; an operator can point it elsewhere. */
  readonly baseUrl: string;
  /** Path of the vendor's icon inside the provider's folder (SVG). */
  readonly icon: string;
  readonly fields: readonly CredentialField[];
  /** From the top of the tree down. */
  readonly levels: readonly Level[];
  /** The kind whose items the administrator ticks; null when everything visible comes. */
  readonly selects: string | null;
  readonly schedule: 'hourly' | 'on-save';
  /**
   * How an administrator re-enables it: with a new credential, with the stored one as long as that is
   * accepted, or by unlinking it and enabling it again.
   */
  readonly reenables: 'new-credential' | 'stored-first' | 'by-unlinking';
  readonly assigns: AssignRule;
  readonly budget: Budget;
  /** Turns a refusal into a word of failure where the usual reading (401/403, 404/410, 429, 5xx) is wrong; undefined where it is right. */
  readonly explain?: (refusal: VendorRefusal, now: Date) => Failure | undefined;
  /** Reads the vendor's own count of what is left from the headers of an answer, where it sends one. */
  readonly quota?: (headers: Readonly<Record<string, string>>, now: Date) => Quota | undefined;
  /** Asks the vendor who the credential belongs to. @throws ProviderFailure */
  check(tools: Tools, credential: Credential): Promise<Identity>;
  /** Lists what can be selected; empty when `selects` is null. @throws ProviderFailure */
  containers(tools: Tools, credential: Credential): Promise<readonly Container[]>;
  /** Reads the structure with the fewest requests; may send more than is selected. @throws ProviderFailure */
  pull(tools: Tools, credential: Credential, selection: Selection): AsyncIterable<Pulled>;
  /**
   * Looks again for items that a pull missed although it read where they were: what is moved while a
   * vendor is read part by part may be seen on neither side. Gives what it finds, with what that lies
   * in; what it does not give is gone. Only where a move can slip through. @throws ProviderFailure
   * @param seen the items that the pull gave
   */
  recheck?(
    tools: Tools,
    credential: Credential,
    missing: readonly ItemRef[],
    seen: readonly Item[],
  ): AsyncIterable<readonly Item[]>;
  /** Lists the people of these containers; only where members are matched by e-mail. @throws ProviderFailure */
  people?(
    tools: Tools,
    credential: Credential,
    containers: readonly Container[],
  ): Promise<readonly RemotePerson[]>;
}

/** A key by which an item can be looked up in a Map. */
export function itemKey(ref: ItemRef): string {
  return `${ref.kind}:${ref.remoteId}`;
}
