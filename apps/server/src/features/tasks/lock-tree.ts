import type { AccountId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Db } from '../../database/schema.ts';

/**
 * Lets one transaction at a time change the shape of an account's tree; the others wait for its
 * end. Whoever adds, moves, archives or restores tasks takes this before reading what it decides
 * on: two moves that are each allowed could otherwise make a circle together.
 */
export async function lockTree(db: Db, accountId: AccountId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tree of ${accountId}`}, 0))`.execute(
    db,
  );
}
