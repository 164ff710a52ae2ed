import type { TokenId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';

/** Revokes a token and whatever was let in with it, however far that goes. */
export async function endTokens({ db, actor, now }: Desk, tokenId: TokenId): Promise<void> {
  const { accountId } = actor;
  // Held first: what is being let in with it at this moment is seen by the next statement.
  await db
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .execute();
  await db
    .withRecursive('let_in(id)', (queries) =>
      queries
        .selectFrom('api_token')
        .select('id')
        .where('account_id', '=', accountId)
        .where('let_in_by', '=', tokenId)
        .union((inner) =>
          inner
            .selectFrom('api_token')
            .innerJoin('let_in', 'let_in.id', 'api_token.let_in_by')
            .select('api_token.id')
            .where('account_id', '=', accountId),
        ),
    )
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where(sql<boolean>`id in (select id from let_in)`)
    .where('revoked_at', 'is', null)
    .execute();
}
