import type { readConnection as endpoint } from '@timegrove/contract/connections.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { PublicVerb } from '../../http/bind.ts';

/** Tells the asker what became of its request; who asks again and again waits for a person. */
export const readConnection: PublicVerb<typeof endpoint> = async ({ db, now }, { params }) => {
  const asked = await db
    .selectFrom('connection_request')
    .select(['answer', 'expires_at'])
    .where('id', '=', params.tokenId)
    .executeTakeFirst();
  if (asked === undefined) throw new DomainError('not-found', { thing: 'connection' });
  return { state: asked.answer ?? (asked.expires_at <= now ? 'expired' : 'waiting') };
};
