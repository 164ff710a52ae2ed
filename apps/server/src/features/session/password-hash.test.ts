import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('a hash fits its password alone, and two hashes of one password differ', async () => {
  const first = await hashPassword('correct horse', 2);
  const second = await hashPassword('correct horse', 2);
  expect(first).not.toBe(second);
  expect(first).not.toContain('correct horse');
  expect(await verifyPassword('correct horse', first)).toBe(true);
  expect(await verifyPassword('correct horse', second)).toBe(true);
  expect(await verifyPassword('Correct horse', first)).toBe(false);
});

test('a hash of another cost still fits', async () => {
  expect(await verifyPassword('correct horse', await hashPassword('correct horse', 64))).toBe(true);
});

test('a letter typed composed or decomposed is the same letter', async () => {
  const hash = await hashPassword('Müller-Straße', 2);
  expect(await verifyPassword('Müller-Straße'.normalize('NFD'), hash)).toBe(true);
});

test.each(['', 'plain', 'bcrypt$2$YQ$YQ', 'scrypt$2$YQ$YQ', 'scrypt$1073741824$YQ$', 'scrypt$x$$'])(
  'what is no hash of ours fits nothing: %j',
  async (hash) => {
    expect(await verifyPassword('', hash)).toBe(false);
    expect(await verifyPassword('plain', hash)).toBe(false);
  },
);

test('an absurd cost is refused before any work is done', async () => {
  const key = Buffer.alloc(64).toString('base64url');
  for (const cost of ['1073741824', 'NaN', '-2', '2.5', '0', '1', '3']) {
    expect(await verifyPassword('plain', `scrypt$${cost}$YQ$${key}`), cost).toBe(false);
  }
});

test('the event loop turns while a password of the usual cost is hashed', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const hash = await hashPassword('correct horse');
  clearInterval(turning);
  expect(hash).toMatch(/^scrypt\$32768\$/);
  expect(turns).toBeGreaterThan(5);
});
