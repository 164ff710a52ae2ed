import { addDays, dayOf, daySpan } from '@timegrove/domain/time/day.ts';
import { serverNow } from '../../shell/server-clock.ts';

/** After how many days a token can expire without a date being chosen. */
export const lifetimes = [30, 90, 365] as const;

/** When a token shall expire: after some days, at the end of a day, or never. */
export type Expiry =
  | { readonly after: number }
  | { readonly on: string }
  | { readonly never: true };

/** What is offered: long enough to be of use, and not for ever. */
export const usualExpiry: Expiry = { after: 90 };

/** The end of the last day there, null for never, undefined while no day is chosen. */
export function expiresAtOf(expiry: Expiry, zone: string): string | null | undefined {
  if ('never' in expiry) return null;
  if ('on' in expiry && expiry.on === '') return undefined;
  const day = 'on' in expiry ? expiry.on : addDays(dayOf(serverNow(), zone), expiry.after);
  return new Date(daySpan(day, zone).end).toISOString();
}
