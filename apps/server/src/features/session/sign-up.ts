import { newId } from '@timegrove/contract/new-id.ts';
import type { signUp as endpoint } from '@timegrove/contract/session.ts';
import { foldEmail } from '@timegrove/domain/people/email.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { PublicVerb } from '../../http/bind.ts';
import { beginSession } from './begin-session.ts';

/** Creates the account with its first administrator; of several first visitors one wins. */
export const signUp: PublicVerb<typeof endpoint> = async (desk, { body }) => {
  const { db, now, house } = desk;
  await sql`select pg_advisory_xact_lock(hashtext('timegrove sign-up'))`.execute(db);
  const existing = await db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (existing !== undefined) throw new DomainError('account-exists');
  const { accountName, name, email, password, zone } = body;
  const userId = await house.identity.signUp({ name, email, password }, db);
  const accountId = newId<'account'>();
  await db
    .insertInto('account')
    .values({ id: accountId, name: accountName, zone, created_at: now })
    .execute();
  await db
    .insertInto('member')
    .values({
      account_id: accountId,
      id: newId<'member'>(),
      user_id: userId,
      name,
      email: foldEmail(email),
      role: 'administrator',
      zone,
      joined_at: now,
    })
    .execute();
  return beginSession(desk, { email, password });
};
