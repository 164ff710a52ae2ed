import type { Account, changeAccount } from '@timegrove/contract/account.ts';
import type { z } from 'zod';

/** The settings as they stand in the form: a number that is being typed is a text. */
export interface AccountDraft {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly weekStart: number;
  readonly roundingMinutes: number;
  readonly entriesByHand: boolean;
  readonly overlapsAllowed: boolean;
  /** Whether old time is locked, and from how many days on. */
  readonly locks: boolean;
  readonly lockAfterDays: number | string;
  readonly longTimerHours: number | string;
}

/** A month and some days to correct it in: what is offered to somebody who begins to lock time. */
const usualLock = 35;

/** The stored settings, ready to be edited. */
export function draftOf({ id: _id, lockAfterDays, ...settings }: Account): AccountDraft {
  return { ...settings, locks: lockAfterDays !== null, lockAfterDays: lockAfterDays ?? usualLock };
}

/** What to send; a number that was left empty is sent as what it is, so that its rule is told. */
export function settingsOf({
  locks,
  lockAfterDays,
  longTimerHours,
  ...settings
}: AccountDraft): z.input<typeof changeAccount.body> {
  return {
    ...settings,
    lockAfterDays: locks ? numberOf(lockAfterDays) : null,
    longTimerHours: numberOf(longTimerHours),
  };
}

function numberOf(typed: number | string): number {
  return typed === '' ? Number.NaN : Number(typed);
}
