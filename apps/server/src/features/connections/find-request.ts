import type { ConnectionKind } from '@timegrove/contract/connections.ts';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import { foreignPageOf } from '../../http/origin.ts';

/** What each kind is let in to. */
export const scopesOf: Readonly<Record<ConnectionKind, readonly TokenScope[]>> = {
  'browser-plugin': ['read', 'track'],
  'desktop-app': ['read', 'track'],
  'native-plugin': ['plugin'],
};

/**
 * Finds a request that waits for an answer; for a write it is held until the transaction ends, so
 * that it is answered once. Only our own window answers: a page that has got hold of a token must
 * not let itself in.
 * @throws DomainError not-found | connection-expired | connection-answered | origin-refused
 */
export async function findRequest(desk: Desk, typed: string, hold: 'to-look' | 'to-answer') {
  const { db, now, headers, house } = desk;
  const from = {
    origin: headers.get('origin') ?? undefined,
    host: headers.get('host') ?? undefined,
  };
  if (foreignPageOf(from, house.publicUrl) !== null) throw new DomainError('origin-refused');
  const request = await db
    .selectFrom('connection_request')
    .selectAll()
    .where('code', '=', `${typed.slice(0, 4)}-${typed.slice(-4)}`)
    .$if(hold === 'to-answer', (requests) => requests.forUpdate())
    .executeTakeFirst();
  if (request === undefined) throw new DomainError('not-found', { thing: 'code' });
  if (request.answer !== null) throw new DomainError('connection-answered');
  if (request.expires_at <= now) throw new DomainError('connection-expired');
  return request;
}

/** Writes the answer down. */
export async function answerRequest(
  { db }: Desk,
  { id }: Awaited<ReturnType<typeof findRequest>>,
  answer: 'allowed' | 'refused',
): Promise<void> {
  await db.updateTable('connection_request').set({ answer }).where('id', '=', id).execute();
}
