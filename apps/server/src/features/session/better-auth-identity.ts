import { createHash, randomBytes } from 'node:crypto';
import { isId, type UserId } from '@timegrove/domain/id.ts';
import { foldEmail } from '@timegrove/domain/people/email.ts';
import { DomainError, type RuleCode } from '@timegrove/domain/rule.ts';
import type { Database, Db } from '../../database/schema.ts';
import { followCallersTransaction } from './callers-transaction.ts';
import type { Identity, LivingSession } from './identity.ts';
import { openLibrary, resetSeconds, shortestPassword, type Library } from './open-library.ts';
import { usualPasswordCost } from './password-hash.ts';

/** What identity is built from. */
export interface IdentityOptions {
  /** The database outside any transaction; verbs hand in their own. */
  readonly db: Database;
  /** The key from which cookies are signed, e.g. the 64 hex digits of the server's key. */
  readonly secret: string;
  /** With https, cookies are Secure. */
  readonly publicUrl: string;
  /** scrypt's N, a power of two; tests take 2 to be fast. */
  readonly passwordCost?: number;
}

type Run = <Result>(work: (auth: Library) => Promise<Result>, db?: Db) => Promise<Result>;

const warmUpMs = 250;

/**
 * Identity on better-auth:
 * `createIdentity({ db: Database, secret: string, publicUrl: string, passwordCost?: number }): Identity`.
 * It is there at once; the library loads in the background, or with the first question if that comes sooner.
 */
export function createIdentity(options: IdentityOptions): Identity {
  const { db, publicUrl, passwordCost = usualPasswordCost } = options;
  const callers = followCallersTransaction(db);
  const secret = secretFor(options.secret);
  let loading: Promise<Library> | undefined;
  const load = async (): Promise<Library> => {
    loading ??= openLibrary({ db: callers.db, secret, publicUrl, passwordCost });
    return loading;
  };
  // A failure to load is met again, and answered, by the first question.
  setTimeout(() => void load().catch(() => {}), warmUpMs).unref();
  const run: Run = async (work, transaction) => {
    const auth = await load();
    return callers.within(transaction, async () => work(auth));
  };
  return { ...sessionsOf(run), ...ownSessionsOf(run), ...passwordsOf(run) };
}

/** The same key must not serve two purposes. */
function secretFor(key: string): string {
  return createHash('sha256').update(`timegrove identity ${key}`).digest('base64url');
}

type Sessions = 'userOf' | 'prolong' | 'signIn' | 'signOut' | 'endSessions';
type OwnSessions = 'listSessions' | 'endSessionsOf';

function sessionsOf(run: Run): Pick<Identity, Sessions> {
  return {
    userOf: async (headers) => {
      if (!headers.has('cookie')) return null;
      // Prolonging is left to `prolong`, the one place that can send the cookie again.
      const query = { disableRefresh: true };
      const found = await run(async (auth) => auth.api.getSession({ headers, query }));
      return found === null ? null : userId(found.user.id);
    },
    prolong: async (headers) =>
      run(async (auth) => {
        const answer = await auth.api.getSession({ headers, returnHeaders: true });
        return answer.headers.getSetCookie();
      }),
    signIn: async ({ email, password }, db, headers = new Headers()) => {
      const body = { email: foldEmail(email), password };
      const answer = await run(
        async (auth) =>
          refusing(auth.api.signInEmail({ body, headers, returnHeaders: true }), 'sign-in-refused'),
        db,
      );
      const cookies = answer.headers.getSetCookie();
      return { userId: userId(answer.response.user.id), cookies };
    },
    signOut: async (headers, db) =>
      run(async (auth) => {
        const answer = await auth.api.signOut({ headers, returnHeaders: true });
        return answer.headers.getSetCookie();
      }, db),
    endSessions: async (user, db) =>
      run(async (auth) => {
        const { internalAdapter } = await auth.$context;
        await internalAdapter.deleteUserSessions(user);
      }, db),
  };
}

function ownSessionsOf(run: Run): Pick<Identity, OwnSessions> {
  return {
    listSessions: async (headers) => run(async (auth) => readSessions(auth, headers)),
    endSessionsOf: async (headers, fit, db) =>
      run(async (auth) => {
        const { internalAdapter } = await auth.$context;
        const ending = (await readSessions(auth, headers)).filter(fit);
        if (ending.length > 0)
          await internalAdapter.deleteSessions(ending.map(({ token }) => token));
        return ending.length > 0;
      }, db),
  };
}

async function readSessions(
  auth: Library,
  headers: Headers,
): Promise<(LivingSession & { readonly token: string })[]> {
  const mine = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (mine === null) return [];
  const { internalAdapter } = await auth.$context;
  const all = await internalAdapter.listSessions(mine.user.id, { onlyActiveSessions: true });
  const sessions = all.map((session) => ({
    id: sessionId(session.id),
    token: session.token,
    current: session.id === mine.session.id,
    startedAt: session.createdAt,
    seenAt: session.updatedAt,
    address: session.ipAddress ?? '',
    agent: session.userAgent ?? '',
  }));
  return sessions.toSorted((a, b) => b.seenAt.getTime() - a.seenAt.getTime());
}

type Passwords = 'signUp' | 'changePassword' | 'requestReset' | 'resetPassword';

function passwordsOf(run: Run): Pick<Identity, Passwords> {
  return {
    signUp: async (person, db) => {
      refuseShort(person.password);
      return run(async (auth) => makeUser(auth, person), db);
    },
    changePassword: async (headers, { current, next }, db) => {
      refuseShort(next);
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const asking = { body, headers, returnHeaders: true } as const;
      const answer = await run(
        async (auth) => refusing(auth.api.changePassword(asking), 'password-wrong'),
        db,
      );
      return answer.headers.getSetCookie();
    },
    requestReset: async (email, db) => run(async (auth) => makeResetToken(auth, email), db),
    resetPassword: async (token, newPassword, db) => {
      refuseShort(newPassword);
      const body = { token, newPassword };
      await run(async (auth) => refusing(auth.api.resetPassword({ body }), 'link-expired'), db);
    },
  };
}

async function makeUser(
  auth: Library,
  person: { name: string; email: string; password: string },
): Promise<UserId> {
  const { internalAdapter, password } = await auth.$context;
  const email = foldEmail(person.email);
  if ((await internalAdapter.findUserByEmail(email)) !== null) throw new DomainError('email-taken');
  const hash = await password.hash(person.password);
  const created = internalAdapter.createUser(
    { name: person.name, email, emailVerified: false },
    { method: 'email-password' },
  );
  const user = await refusingDuplicate(created);
  await internalAdapter.createAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: hash,
  });
  return userId(user.id);
}

async function makeResetToken(
  auth: Library,
  email: string,
): Promise<{ userId: UserId; token: string } | null> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(foldEmail(email));
  if (found === null) return null;
  const token = randomBytes(32).toString('base64url');
  await internalAdapter.createVerificationValue({
    // The name under which the library looks for it when the password is set.
    identifier: `reset-password:${token}`,
    value: found.user.id,
    expiresAt: new Date(Date.now() + resetSeconds * 1000),
  });
  return { userId: userId(found.user.id), token };
}

function refuseShort(password: string): void {
  if (password.length < shortestPassword) throw new DomainError('password-too-short');
}

/** Gives a refusal of the library the name of our rule; whatever is no refusal stays a failure. */
async function refusing<Result>(asked: Promise<Result>, code: RuleCode): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    if (status === 400 || status === 401) throw new DomainError(code);
    throw error;
  }
}

const uniqueViolation = '23505';

/** Two people may take one address at the same instant; the database decides. */
async function refusingDuplicate<Result>(created: Promise<Result>): Promise<Result> {
  try {
    return await created;
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === uniqueViolation;
    if (taken) throw new DomainError('email-taken');
    throw error;
  }
}

function sessionId(id: string): LivingSession['id'] {
  if (!isId<'session'>(id))
    throw new TypeError('the identity library made an id of an unknown form');
  return id;
}

function userId(id: string): UserId {
  if (!isId<'user'>(id)) throw new TypeError('the identity library made an id of an unknown form');
  return id;
}
