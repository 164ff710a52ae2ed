import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled, id, zone } from './fields.ts';

/** The most days after which time is locked: ten years. */
const mostDays = 3650;

const settings = {
  name: filled(200),
  /** ISO 4217, e.g. `EUR`. */
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be a currency code like EUR' }),
  /** Where the account is at home: the zone offered to new members. */
  zone,
  /** The first day of the week: 1 is Monday, 7 is Sunday. */
  weekStart: z.number().int().min(1).max(7),
  /** Durations are shown rounded to so many minutes; 0 shows them as they are. Stored time is exact. */
  roundingMinutes: z.number().int().min(0).max(60),
  /** Whether time may be added by hand, without a timer. */
  entriesByHand: z.boolean(),
  /** Whether time of one member may overlap. */
  overlapsAllowed: z.boolean(),
  /** Time whose day is more than so many days ago cannot be changed; null locks nothing. */
  lockAfterDays: z.number().int().min(0).max(mostDays).nullable(),
  /** After so many hours a running timer asks whether it was forgotten. */
  longTimerHours: z.number().int().min(1).max(24),
};

/** An account and how it works. */
export const account = z.object({ id: id('account'), ...settings });
export type Account = z.output<typeof account>;

export const changeAccount = endpoint('PATCH', '/api/account', {
  summary: 'Change the settings of the account; what is left out stays',
  access: 'administrator',
  body: z.strictObject(settings).partial(),
  output: account,
});
