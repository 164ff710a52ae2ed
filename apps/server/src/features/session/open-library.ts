import { newId } from '@timegrove/contract/new-id.ts';
import type { Kysely } from 'kysely';
import { hashPassword, verifyPassword } from './password-hash.ts';

const hour = 60 * 60;
const day = 24 * hour;

/** How long a session lives after it was last prolonged, in seconds. */
const sessionSeconds = 30 * day;
/** How long a link for a new password works, in seconds. */
export const resetSeconds = hour;
/** The shortest password that is accepted. */
export const shortestPassword = 10;
/** The longest password that is hashed; longer ones would only cost time. */
const longestPassword = 200;

/** What the identity library needs of us. */
export interface LibraryOptions {
  readonly db: Kysely<unknown>;
  readonly secret: string;
  readonly publicUrl: string;
  readonly passwordCost: number;
}

/**
 * Loads and sets up better-auth, used in process only: none of its own routes are served, so its
 * checks of origins and rates, which guard those routes, are off.
 */
export async function openLibrary(options: LibraryOptions) {
  // Importing it costs a quarter of a second, which the first request need not wait for.
  const { betterAuth } = await import('better-auth');
  return betterAuth({
    baseURL: options.publicUrl,
    secret: options.secret,
    database: { db: options.db, type: 'postgres', transaction: false },
    user: { modelName: 'identity_user' },
    session: { modelName: 'identity_session', expiresIn: sessionSeconds, updateAge: day },
    account: { modelName: 'identity_credential' },
    verification: { modelName: 'identity_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: async (password) => hashPassword(password, options.passwordCost),
        verify: async ({ password, hash }) => verifyPassword(password, hash),
      },
    },
    advanced: {
      cookiePrefix: 'timegrove',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      disableOriginCheck: true,
      disableCSRFCheck: true,
      // Shown to people, who know their own by the whole address.
      ipAddress: { ipv6Subnet: 128 },
      database: { generateId: () => newId<'user'>(), validateSchema: false, joins: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The set-up library. */
export type Library = Awaited<ReturnType<typeof openLibrary>>;
