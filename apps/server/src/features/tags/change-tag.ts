import type { changeTag as endpoint } from '@timegrove/contract/tags.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay } from '../../http/desk.ts';
import { refuseTakenName } from '../../database/refuse-taken-name.ts';
import { tagOf } from './tag-of.ts';

/** Renames or colours a tag, archives it or brings it back; where it is put on, it shows so. */
export const changeTag: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { db, actor } = desk;
  const before = await db
    .selectFrom('tag')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .where('id', '=', params.tagId)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) throw new DomainError('not-found', { thing: 'tag' });
  ensureMay(actor, { do: 'manage-tags' });
  const archived = body.archived ?? before.archived_at !== null;
  const after = {
    name: body.name ?? before.name,
    color: body.color === undefined ? before.color : body.color,
    archived_at: archived ? (before.archived_at ?? desk.now) : null,
  };
  const row = await refuseTakenName('tag_name', after.name, async () =>
    db
      .updateTable('tag')
      .set(after)
      .where('account_id', '=', actor.accountId)
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
  desk.tell({ accountId: actor.accountId, topic: 'tags', id: row.id });
  return tagOf(row);
};
