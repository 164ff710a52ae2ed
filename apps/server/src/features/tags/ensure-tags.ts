import type { TagId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';

/**
 * Refuses tags that cannot be put on anything new. Give only those that were not there before, so
 * that an archived tag stays where it is. @throws DomainError not-found | tag-archived
 */
export async function ensureTags(desk: Desk, tagIds: readonly TagId[]): Promise<void> {
  const ids = [...new Set(tagIds)];
  if (ids.length === 0) return;
  const tags = await desk.db
    .selectFrom('tag')
    .select(['name', 'archived_at'])
    .where('account_id', '=', desk.actor.accountId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  if (tags.length < ids.length) throw new DomainError('not-found', { thing: 'tag' });
  const archived = tags.find((tag) => tag.archived_at !== null);
  if (archived !== undefined) throw new DomainError('tag-archived', { name: archived.name });
}
