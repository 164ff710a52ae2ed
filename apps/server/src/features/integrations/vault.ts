import type { Credential } from '@timegrove/domain/provider.ts';

/** Keeps credentials unreadable at rest. */
export interface Vault {
  /** Encrypts with the newest key (AES-256-GCM); the key's id stands at the front. */
  seal(credential: Credential): string;
  /** Decrypts what `seal` made. @throws Error when the key is not the one it was sealed with */
  open(sealed: string): Credential;
}
