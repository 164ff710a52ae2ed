import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { Credential } from '@timegrove/domain/provider.ts';
import { z } from 'zod';
import type { SecretKeys } from '../../secret-key.ts';

/** Keeps credentials unreadable at rest. */
export interface Vault {
  /** Encrypts for one integration (AES-256-GCM); the id of the key stands at the front. */
  seal(credential: Credential, owner: IntegrationId): string;
  /** Decrypts what `seal` made for the same integration. @throws Error when the key or the owner is another */
  open(sealed: string, owner: IntegrationId): Credential;
}

const algorithm = 'aes-256-gcm';
const stored = z.record(z.string(), z.string());

/** Makes a vault from the server's keys: it seals with the newest and opens with whichever sealed. */
export function makeVault(keys: SecretKeys): Vault {
  const byId = new Map(keys.map((hex) => [idOf(hex), Buffer.from(hex, 'hex')]));
  const [newest] = keys;
  return {
    seal: (credential, owner) => {
      const iv = randomBytes(12);
      const key = Buffer.from(newest, 'hex');
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(owner));
      const text = Buffer.concat([
        cipher.update(JSON.stringify(credential), 'utf8'),
        cipher.final(),
      ]);
      const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
      return [idOf(newest), ...parts].join('.');
    },
    open: (sealed, owner) => {
      const [sealedWith = '', ...parts] = sealed.split('.');
      const key = byId.get(sealedWith);
      if (key === undefined)
        throw new Error(`This credential was sealed with another key (${sealedWith}).`);
      const [iv, tag, text] = z.tuple([bytes, bytes, bytes]).parse(parts);
      const decipher = createDecipheriv(algorithm, key, iv)
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      const plain = Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      return stored.parse(JSON.parse(plain));
    },
  };
}

/** Names a key without telling it. */
function idOf(keyHex: string): string {
  return createHash('sha256').update(Buffer.from(keyHex, 'hex')).digest('hex').slice(0, 8);
}

const bytes = z.string().transform((text) => Buffer.from(text, 'base64url'));

/** What a page may show of a credential: first and last characters of a secret, all of what is no secret, nothing of what is not kept. */
export function maskCredential(
  credential: Credential,
  fields: readonly { readonly key: string; readonly secret: boolean }[],
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ key, secret }) => {
      const value = credential[key];
      return value === undefined ? [] : [[key, secret ? mask(value) : value]];
    }),
  );
}

function mask(secret: string): string {
  return secret.length < 24 ? '…' : `${secret.slice(0, 9)}…${secret.slice(-6)}`;
}
