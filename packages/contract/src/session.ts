import { languages } from '@timegrove/domain/people/language.ts';
import { accountRoles } from '@timegrove/domain/people/role.ts';
import { z } from 'zod';
import { account } from './account.ts';
import { endpoint, nothing } from './endpoint.ts';
import { email, filled, id, instant, zone } from './fields.ts';

const password = z.string().max(200);

const minutesOfDay = z
  .number()
  .int()
  .min(0)
  .max(24 * 60);

const profile = {
  name: filled(200),
  zone,
  /** Of the screens; null takes the browser's. */
  language: z.enum(languages).nullable(),
  /** The first day of the week, 1 is Monday, 7 is Sunday; null takes the account's. */
  weekStart: z.number().int().min(1).max(7).nullable(),
  /** Minutes to work on each day from Monday to Sunday. */
  workingMinutes: z.array(minutesOfDay).length(7),
  /** After so many minutes away from the computer the clients ask what to do; null never asks. */
  idleMinutes: z.number().int().min(1).max(240).nullable(),
};

/** The one who is signed in, and the account they work in. */
export const me = z.object({
  memberId: id('member'),
  email: z.string(),
  role: z.enum(accountRoles),
  ...profile,
  account,
  serverTime: instant,
});
export type Me = z.output<typeof me>;

/** Tells a visitor's browser what the first screen is. */
export const readWelcome = endpoint('GET', '/api/welcome', {
  summary: 'Whether an account exists yet, and what a visitor may do',
  access: 'public',
  output: z.object({
    accountExists: z.boolean(),
    /** Present on a demo server: the log-ins and vendor tokens to try. */
    demo: z
      .object({
        logins: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
        sandboxUrl: z.string(),
      })
      .nullable(),
  }),
});

/** Creates the account and its first administrator, and signs in. */
export const signUp = endpoint('POST', '/api/sign-up', {
  summary: 'Create the account; only the first visitor can',
  access: 'public',
  body: z.strictObject({ accountName: filled(200), name: filled(200), email, password, zone }),
  output: me,
  errors: ['account-exists', 'email-taken', 'password-too-short', 'too-many-tries'],
});

export const signIn = endpoint('POST', '/api/sign-in', {
  summary: 'Sign in with e-mail and password; sets the session cookie',
  access: 'public',
  body: z.strictObject({ email, password }),
  output: me,
  errors: ['sign-in-refused', 'member-deactivated', 'too-many-tries'],
});

export const signOut = endpoint('POST', '/api/sign-out', {
  summary: 'End this session',
  access: 'public',
  output: nothing,
});

export const readMe = endpoint('GET', '/api/me', {
  summary: 'Who is signed in',
  access: 'member',
  output: me,
});

export const changeMe = endpoint('PATCH', '/api/me', {
  summary: 'Change the own profile; what is left out stays',
  access: 'member',
  body: z.strictObject(profile).partial(),
  output: me,
});

export const changePassword = endpoint('PUT', '/api/me/password', {
  summary: 'Change the own password; ends all other sessions',
  access: 'member',
  scope: 'session',
  body: z.strictObject({ current: password, next: password }),
  output: nothing,
  errors: ['password-wrong', 'password-too-short', 'too-many-tries'],
});

export const requestPasswordReset = endpoint('POST', '/api/password-resets', {
  summary: 'Mail a link for a new password; says nothing about whether the address is known',
  access: 'public',
  body: z.strictObject({ email }),
  output: nothing,
  errors: ['too-many-tries'],
});

export const resetPassword = endpoint('POST', '/api/password-resets/complete', {
  summary: 'Set a new password with the token of a mailed link; ends all other sessions',
  access: 'public',
  body: z.strictObject({ token: filled(500), password }),
  output: nothing,
  errors: ['link-expired', 'password-too-short', 'too-many-tries'],
});
