import { newId } from '@timegrove/contract/new-id.ts';
import { describe, expect, it } from 'vitest';
import { makeVault, maskCredential } from './vault.ts';

const key = 'ab'.repeat(32);
const credential = { token: 'sandbox-0123456789-abcdefghijklmnopqrst' };

describe('rule 18: the vault', () => {
  it('opens what it sealed, and seals differently each time', () => {
    const [vault, owner] = [makeVault([key]), newId<'integration'>()];
    const sealed = vault.seal(credential, owner);
    expect(vault.open(sealed, owner)).toEqual(credential);
    expect(vault.seal(credential, owner)).not.toBe(sealed);
    expect(sealed).not.toContain('sandbox');
  });

  it('does not open with another key, for another integration, or when a character was changed', () => {
    const [vault, owner] = [makeVault([key]), newId<'integration'>()];
    const sealed = vault.seal(credential, owner);
    expect(() => makeVault(['cd'.repeat(32)]).open(sealed, owner)).toThrow('another key');
    expect(() => vault.open(sealed, newId<'integration'>())).toThrow();
    const last = sealed.at(-2) === 'A' ? 'B' : 'A';
    expect(() => vault.open(sealed.slice(0, -2) + last + sealed.at(-1), owner)).toThrow();
  });

  it('seals with the newest key and opens what any of its keys sealed', () => {
    const [older, newer] = [key, 'cd'.repeat(32)];
    const owner = newId<'integration'>();
    const both = makeVault([newer, older]);
    expect(both.open(makeVault([older]).seal(credential, owner), owner)).toEqual(credential);
    const sealed = both.seal(credential, owner);
    expect(makeVault([newer]).open(sealed, owner)).toEqual(credential);
    expect(() => makeVault([older]).open(sealed, owner)).toThrow('another key');
  });

  it('shows only the first and last characters of a secret, and nothing of a short one', () => {
    const fields = [
      { key: 'token', secret: true },
      { key: 'email', secret: false },
    ];
    expect(maskCredential({ ...credential, email: 'a@b.example' }, fields)).toEqual({
      token: 'sandbox-0…opqrst',
      email: 'a@b.example',
    });
    expect(maskCredential({ token: 'short password' }, fields)).toEqual({ token: '…' });
  });
});
