import type { addTag as endpoint } from '@timegrove/contract/tags.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay } from '../../http/desk.ts';
import { refuseTakenName } from '../../database/refuse-taken-name.ts';
import { tagOf } from './tag-of.ts';

/** Adds a tag to the account. The same id with the same name again changes nothing. */
export const addTag: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor } = desk;
  ensureMay(actor, { do: 'manage-tags' });
  const sent = await db
    .selectFrom('tag')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .where('id', '=', body.id)
    .executeTakeFirst();
  if (sent !== undefined) {
    if (sent.name !== body.name) throw new DomainError('id-taken');
    return tagOf(sent);
  }
  const row = await refuseTakenName('tag_name', body.name, async () =>
    db
      .insertInto('tag')
      .values({ account_id: actor.accountId, created_at: desk.now, ...body })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
  desk.tell({ accountId: actor.accountId, topic: 'tags', id: row.id });
  return tagOf(row);
};
