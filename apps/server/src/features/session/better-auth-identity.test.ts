import { randomBytes } from 'node:crypto';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPool, type OpenDatabase } from '../../database/open.ts';
import { runTransaction } from '../../database/transaction.ts';
import { admin, databaseUrl } from '../../testing/postgres.ts';
import { createIdentity } from './better-auth-identity.ts';
import type { Identity } from './identity.ts';

const publicUrl = 'http://localhost:4747';
const secret = 'a'.repeat(64);
const password = 'correct horse';

let database: OpenDatabase;
let identity: Identity;

beforeAll(async () => {
  const { url, template } = inject('postgres');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await admin(url, `create database ${name} template ${template}`);
  // Two connections: a question that takes a second one while holding the first would show here.
  database = openPool(databaseUrl(url, name), 2);
  identity = createIdentity({ db: database.db, secret, publicUrl, passwordCost: 2 });
});
afterAll(async () => database.close());

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'no refusal';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function cookieHeaders(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

async function age(days: number): Promise<void> {
  await sql`update identity_session set "expiresAt" = now() + ${30 - days} * interval '1 day'`.execute(
    database.db,
  );
}

let people = 0;
async function aPerson(): Promise<{ name: string; email: string; password: string }> {
  people += 1;
  const person = { name: 'Ada', email: `ada${people}@example.org`, password };
  await identity.signUp(person);
  return person;
}

test('a user signs in and is known by the cookie until signing out', async () => {
  const userId = await identity.signUp({ name: 'Ada', email: ' Ada@Example.org ', password });
  const session = await identity.signIn({ email: 'ADA@example.ORG', password });
  expect(session.userId).toBe(userId);
  const headers = cookieHeaders(session.cookies);
  expect(await identity.userOf(headers)).toBe(userId);
  const erased = await identity.signOut(headers);
  expect(erased.join()).toMatch(/Max-Age=0/);
  expect(await identity.userOf(headers)).toBeNull();
});

test('no cookie, a foreign cookie and a forged cookie are nobody', async () => {
  const person = await aPerson();
  const { cookies } = await identity.signIn(person);
  const [cookie = ''] = cookies;
  expect(await identity.userOf(new Headers())).toBeNull();
  expect(await identity.userOf(new Headers({ cookie: 'theme=dark' }))).toBeNull();
  const forged = cookie.replace(/session_token=./, 'session_token=_');
  expect(await identity.userOf(cookieHeaders([forged]))).toBeNull();
  const other = createIdentity({
    db: database.db,
    secret: 'b'.repeat(64),
    publicUrl,
    passwordCost: 2,
  });
  expect(await other.userOf(cookieHeaders(cookies))).toBeNull();
});

test('the cookie is kept from scripts and other sites, for thirty days, and Secure under https', async () => {
  const person = await aPerson();
  const [plain] = (await identity.signIn(person)).cookies;
  expect(plain).toMatch(/^timegrove\.session_token=/);
  expect(plain).toMatch(/HttpOnly/);
  expect(plain).toMatch(/SameSite=Lax/);
  expect(plain).toMatch(/Max-Age=2592000/);
  expect(plain).not.toMatch(/Secure/);
  const https = createIdentity({
    db: database.db,
    secret,
    publicUrl: 'https://time.example.org',
    passwordCost: 2,
  });
  const [secure] = (await https.signIn(person)).cookies;
  expect(secure).toMatch(/^__Secure-timegrove\.session_token=.*Secure/);
});

test('a wrong password and an unknown address are refused alike', async () => {
  const { email } = await aPerson();
  expect(await codeOf(identity.signIn({ email, password: 'wrong password' }))).toBe(
    'sign-in-refused',
  );
  const unknown = identity.signIn({ email: 'nobody@example.org', password });
  expect(await codeOf(unknown)).toBe('sign-in-refused');
});

test('an address signs up once, also when two try at the same instant', async () => {
  const person = { name: 'Ada', email: 'twice@example.org', password };
  const codes = await Promise.all([
    codeOf(identity.signUp(person)),
    codeOf(identity.signUp(person)),
  ]);
  expect(codes.sort()).toEqual(['email-taken', 'no refusal']);
  const folded = identity.signUp({ ...person, email: 'TWICE@example.org' });
  expect(await codeOf(folded)).toBe('email-taken');
});

test('a password of nine characters is too short, one of ten is not', async () => {
  const person = { name: 'Ada', email: 'short@example.org', password: '123456789' };
  expect(await codeOf(identity.signUp(person))).toBe('password-too-short');
  expect(await codeOf(identity.signUp({ ...person, password: '1234567890' }))).toBe('no refusal');
});

test('a long password of any script works', async () => {
  const long = 'ü€😀'.repeat(40);
  await identity.signUp({ name: 'Ada', email: 'long@example.org', password: long });
  const decomposed = long.normalize('NFD');
  const session = await identity.signIn({ email: 'long@example.org', password: decomposed });
  expect(session.cookies).toHaveLength(1);
});

test('a user made in a transaction that fails was never there', async () => {
  const person = { name: 'Ada', email: 'rolled@example.org', password };
  const failed = runTransaction(database.db, async (db) => {
    await identity.signUp(person, db);
    throw new Error('something else failed');
  });
  await expect(failed).rejects.toThrow('something else failed');
  expect(await codeOf(identity.signIn(person))).toBe('sign-in-refused');
});

test('more transactions than connections sign in without waiting for each other', async () => {
  const person = await aPerson();
  const many = Array.from({ length: 12 }, async () =>
    runTransaction(database.db, async (db) => identity.signIn(person, db)),
  );
  expect(await Promise.all(many)).toHaveLength(12);
});

test('a reset link sets the password once, ends every session, and is stored as a hash only', async () => {
  const person = await aPerson();
  const { cookies } = await identity.signIn(person);
  const reset = await identity.requestReset(person.email.toUpperCase());
  const token = reset?.token ?? '';
  const stored = await sql<{ identifier: string }>`
    select identifier from identity_verification`.execute(database.db);
  expect(JSON.stringify(stored.rows)).not.toContain(token);
  expect(await codeOf(identity.resetPassword(token, 'too short'))).toBe('password-too-short');
  await identity.resetPassword(token, 'a new password');
  expect(await identity.userOf(cookieHeaders(cookies))).toBeNull();
  expect(await codeOf(identity.signIn(person))).toBe('sign-in-refused');
  await identity.signIn({ email: person.email, password: 'a new password' });
  expect(await codeOf(identity.resetPassword(token, 'another password'))).toBe('link-expired');
});

test('a reset link works for an hour and not longer; a made-up one never does', async () => {
  const person = await aPerson();
  const reset = await identity.requestReset(person.email);
  const row = await sql<{ left: number }>`
    select extract(epoch from max("expiresAt") - now())::int as left
    from identity_verification where value = ${reset?.userId}`.execute(database.db);
  expect(row.rows[0]?.left).toBeGreaterThan(3590);
  expect(row.rows[0]?.left).toBeLessThanOrEqual(3600);
  await sql`update identity_verification set "expiresAt" = now() - interval '1 second'`.execute(
    database.db,
  );
  expect(await codeOf(identity.resetPassword(reset?.token ?? '', 'a new password'))).toBe(
    'link-expired',
  );
  expect(await codeOf(identity.resetPassword('made-up', 'a new password'))).toBe('link-expired');
  expect(await identity.requestReset('nobody@example.org')).toBeNull();
});

test('a session is prolonged once a day and ends when it was not', async () => {
  const { cookies } = await identity.signIn(await aPerson());
  const headers = cookieHeaders(cookies);
  expect(await identity.prolong(headers)).toEqual([]);
  await age(2);
  expect((await identity.prolong(headers)).join()).toMatch(/Max-Age=2592000/);
  await age(29);
  const [again] = await identity.prolong(headers);
  expect(again).toMatch(/timegrove\.session_token=/);
  await age(31);
  expect(await identity.userOf(headers)).toBeNull();
});

test('all sessions of a user can be ended at once', async () => {
  const person = await aPerson();
  const first = await identity.signIn(person);
  const second = await identity.signIn(person);
  await identity.endSessions(first.userId);
  expect(await identity.userOf(cookieHeaders(first.cookies))).toBeNull();
  expect(await identity.userOf(cookieHeaders(second.cookies))).toBeNull();
});
