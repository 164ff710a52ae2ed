import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { Credential, Provider } from '@timegrove/domain/provider.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';

/** Finds an integration of the asking member's account. @throws DomainError not-found */
export async function findIntegration(
  { db, actor }: Pick<Desk, 'db' | 'actor'>,
  id: IntegrationId,
) {
  const row = await db
    .selectFrom('integration')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('not-found', { thing: 'integration' });
  return row;
}

/** A row of an integration. */
export type IntegrationRow = Awaited<ReturnType<typeof findIntegration>>;

/** An integration that can be worked with: its provider and credential are there. */
export interface Linked {
  readonly row: IntegrationRow;
  readonly provider: Provider;
  readonly credential: Credential;
}

/** Finds an integration that is linked. @throws DomainError not-found | integration-not-active */
export async function findLinked(desk: Desk, id: IntegrationId): Promise<Linked> {
  const row = await findIntegration(desk, id);
  const provider = findProvider(desk, row.provider);
  if (row.credential === null) {
    throw new DomainError('integration-not-active', { provider: provider.name });
  }
  return { row, provider, credential: desk.house.vault.open(row.credential, row.id) };
}

/**
 * The same, unless its vendor has refused the credential: then it is not asked again before a person
 * re-enabled it (rule 9). @throws DomainError not-found | integration-not-active | credential-refused
 */
export async function findAccepted(desk: Desk, id: IntegrationId): Promise<Linked> {
  const linked = await findLinked(desk, id);
  if (linked.row.state === 'paused') {
    const reason = 're-enable it with one that is accepted';
    throw new DomainError('credential-refused', { provider: linked.provider.name, reason });
  }
  return linked;
}

/** Finds a provider by its id. @throws DomainError provider-unknown */
export function findProvider(desk: Desk, id: string): Provider {
  const provider = desk.house.providers.get(id);
  if (provider === undefined) throw new DomainError('provider-unknown');
  return provider;
}
