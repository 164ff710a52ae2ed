import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type {
  Failure,
  Provider,
  VendorHttp,
  VendorReply,
  VendorRequest,
} from '@timegrove/domain/provider.ts';
import type { RequestBudget } from './budget.ts';
import { failureOfRefusal } from './refusal.ts';
import { redact } from './redact.ts';
import { trySend } from './try-send.ts';
import type { Tried } from './try-send.ts';

/** What HTTP to one vendor with one credential is made of. Clock, sleep and fetch are handed in. */
export interface HttpOptions {
  readonly baseUrl: string;
  /** Shared by everything that uses the same credential. */
  readonly budget: RequestBudget;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly explain?: Provider['explain'];
  readonly quota?: Provider['quota'];
  /** Ends everything when the run is called off; the reason of the signal is thrown. */
  readonly signal?: AbortSignal;
  /** For one answer, body included; 30 unless told. */
  readonly timeoutSeconds?: number;
  /** Between 0 and 1, for the jitter of the back-off. */
  readonly random?: () => number;
}

/** What was spent so far, for the record of a run. */
export interface Spent {
  /** Every request that left, repeated ones and redirects included. */
  readonly requests: number;
  /** Good answers. */
  readonly pages: number;
}

/** HTTP to a vendor that counts what it spends. */
export interface CountingHttp extends VendorHttp {
  spent(): Spent;
}

const mostTries = 3;
// A longer wait than this is no pause between two pages any more: the run ends and comes back later.
const longestWaitMilliseconds = 120_000;

/**
 * Makes HTTP for the verbs of a provider: JSON only, within the budget, with repeated reads after
 * passing faults, and with every other answer turned into one of the five words.
 */
export function createHttp(options: HttpOptions): CountingHttp {
  const count = { requests: 0, pages: 0 };
  const goingOut: typeof fetch = (...request) => {
    count.requests += 1;
    return options.fetch(...request);
  };
  return {
    async send(request) {
      const reply = await sendWithTries({ ...options, fetch: goingOut }, request);
      count.pages += 1;
      return reply;
    },
    spent: () => ({ ...count }),
  };
}

async function sendWithTries(options: HttpOptions, request: VendorRequest): Promise<VendorReply> {
  for (let tries = 1; ; tries += 1) {
    await waitForLeave(options);
    const tried = await trySend(options, request);
    learnQuota(options, tried);
    if (tried.type === 'reply') return tried.reply;
    const failure = failureOf(options, tried);
    if (tries >= mostTries || !mayRepeat(request, tried, failure)) throw failed(failure, request);
    await options.sleep(backOff(tries, options.random ?? Math.random));
  }
}

async function waitForLeave({ budget, now, sleep, signal }: HttpOptions): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const leave = budget.take(now());
    if (leave.type === 'go') return;
    const wait = leave.until.getTime() - now().getTime();
    if (leave.type === 'paused' || wait > longestWaitMilliseconds)
      throw new ProviderFailure({ word: 'rate-limited', until: leave.until });
    await sleep(wait);
  }
}

function learnQuota({ quota, budget, now }: HttpOptions, tried: Tried): void {
  if (tried.type === 'broken') return;
  const answer = tried.type === 'reply' ? tried.reply : tried.refusal;
  const news = quota?.(answer.headers, now());
  if (news !== undefined) budget.learn(news);
}

function failureOf(options: HttpOptions, tried: Exclude<Tried, { type: 'reply' }>): Failure {
  if (tried.type === 'broken') return tried.failure;
  const now = options.now();
  const failure =
    options.explain?.(tried.refusal, now) ??
    failureOfRefusal(tried.refusal, tried.where, now, options.budget.pauseSeconds);
  if (failure.word === 'rate-limited') options.budget.pause(failure.until);
  return failure;
}

// Only reads are repeated: a sign-in sent three times could lock somebody out.
function mayRepeat(request: VendorRequest, tried: Tried, failure: Failure): boolean {
  if (request.method === 'POST' || failure.word !== 'unreachable') return false;
  return tried.type === 'refusal'
    ? tried.refusal.status >= 500
    : tried.type === 'broken' && tried.passing;
}

function backOff(tries: number, random: () => number): number {
  return 500 * 2 ** (tries - 1) * (0.5 + random());
}

function failed(failure: Failure, request: VendorRequest): ProviderFailure {
  switch (failure.word) {
    case 'rate-limited':
      return new ProviderFailure(failure);
    case 'changed-shape':
      return new ProviderFailure({ ...failure, path: redact(failure.path, request) });
    case 'unauthorized':
    case 'unreachable':
    case 'gone':
      return new ProviderFailure({ ...failure, reason: redact(failure.reason, request) });
  }
}
