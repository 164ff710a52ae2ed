import { DomainError } from '@timegrove/domain/rule.ts';
import { z } from 'zod';
import type { Db } from '../database/schema.ts';
import type { Desk } from './desk.ts';

const dayMs = 86_400_000;
const rememberedMs = 30 * dayMs;

/**
 * Does a write that comes with an Idempotency-Key once; copies are answered as it was. The key is
 * taken in the transaction that does it: a copy that arrives meanwhile waits, and what was refused may
 * come again.
 * @throws DomainError input-invalid
 */
export async function doOnce(desk: Desk, work: () => Promise<unknown>): Promise<unknown> {
  const { db, actor, now, headers } = desk;
  const shown = headers.get('idempotency-key');
  if (shown === null) return work();
  const row = { account_id: actor.accountId, member_id: actor.memberId, key: readKey(shown) };
  const taken = await db
    .insertInto('idempotency_key')
    .values({ ...row, done_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken === undefined) {
    const done = db
      .selectFrom('idempotency_key')
      .select('answer')
      .where((is) => is.and(row));
    return (await done.executeTakeFirstOrThrow()).answer;
  }
  const answer = await work();
  await db
    .updateTable('idempotency_key')
    .set({ answer: JSON.stringify(answer) })
    .where((is) => is.and(row))
    .execute();
  return answer;
}

/** Forgets the keys of writes that are so long ago that no copy of them comes any more. */
export async function forgetDone(db: Db, now: Date): Promise<void> {
  const long = new Date(now.getTime() - rememberedMs);
  await db.deleteFrom('idempotency_key').where('done_at', '<', long).execute();
}

function readKey(shown: string): string {
  const key = z.uuid().safeParse(shown).data;
  if (key !== undefined) return key;
  throw new DomainError('input-invalid', { field: 'Idempotency-Key', reason: 'must be a UUID' });
}
