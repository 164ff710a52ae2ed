import type { endSession as endpoint } from '@timegrove/contract/sessions.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';

/** Ends one of the own sessions; news that it listens to end as well. */
export const endSession: Verb<typeof endpoint> = async (desk, { params }) => {
  const { db, actor, headers, house } = desk;
  const { accountId, memberId } = actor;
  const ended = await house.identity.endSessionsOf(
    headers,
    ({ id }) => id === params.sessionId,
    db,
  );
  if (!ended) throw new DomainError('not-found', { thing: 'session' });
  desk.tell({ accountId, memberId, topic: 'members', id: memberId });
  return {};
};
