import type { listTags as endpoint } from '@timegrove/contract/tags.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { tagOf } from './tag-of.ts';

/** Lists the tags of the account by name, whatever the case of its letters. */
export const listTags: Verb<typeof endpoint> = async ({ db, actor }) => {
  const rows = await db
    .selectFrom('tag')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .orderBy(sql`lower(name)`)
    .execute();
  return { tags: rows.map(tagOf), mayChange: may(actor, { do: 'manage-tags' }) };
};
