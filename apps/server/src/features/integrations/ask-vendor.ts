import {
  ProviderFailure,
  type Credential,
  type Failure,
  type Identity,
  type Provider,
} from '@timegrove/domain/provider.ts';
import { DomainError } from '@timegrove/domain/rule.ts';

/** Waits for a vendor; its five words of failure become rules that a person can act on. */
export async function askVendor<Answer>(
  provider: Provider,
  asked: Promise<Answer>,
): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof ProviderFailure ? ruleOf(provider, error.failure) : error;
  }
}

function ruleOf({ name }: Provider, failure: Failure): DomainError {
  switch (failure.word) {
    case 'unauthorized':
      return new DomainError('credential-refused', { provider: name, reason: failure.reason });
    case 'rate-limited':
      return new DomainError('vendor-rate-limited', {
        provider: name,
        until: failure.until.toISOString(),
      });
    case 'changed-shape':
      return new DomainError('vendor-changed', { provider: name, path: failure.path });
    case 'unreachable':
    case 'gone':
      return new DomainError('vendor-unreachable', {
        provider: name,
        reason: failure.reason,
      });
  }
}

/** Takes exactly the fields that the provider asks for, trimmed. @throws DomainError input-invalid */
export function readCredential(
  { fields }: Provider,
  given: Readonly<Record<string, string>>,
): Credential {
  const credential = Object.fromEntries(fields.map(({ key }) => [key, (given[key] ?? '').trim()]));
  const empty = fields.find(({ key }) => credential[key] === '');
  if (empty !== undefined) {
    throw new DomainError('input-invalid', {
      field: `body.credential.${empty.key}`,
      reason: `${empty.label} must not be empty`,
    });
  }
  return credential;
}

/** A credential that the vendor accepts, as it is to be stored, and who it belongs to. */
export interface Checked {
  readonly credential: Credential;
  readonly identity: Identity;
}

/** What may be stored of a checked credential: what the vendor gives in its place, if it gives something. */
export function checked(credential: Credential, identity: Identity): Checked {
  return { credential: identity.keep ?? credential, identity };
}
