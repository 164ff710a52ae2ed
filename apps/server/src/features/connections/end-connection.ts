import type { endConnection as endpoint } from '@timegrove/contract/connections.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { endTokens } from '../tokens/end-tokens.ts';

/** Revokes the token that asks. @throws DomainError not-found for somebody who has signed in */
export const endConnection: Verb<typeof endpoint> = async (desk) => {
  const { token, accountId, memberId } = desk.actor;
  if (token === null) throw new DomainError('not-found', { thing: 'token' });
  await endTokens(desk, token.id);
  desk.tell({ accountId, topic: 'members', id: memberId });
  return {};
};
