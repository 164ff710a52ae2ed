import type { Tag } from '@timegrove/contract/tags.ts';
import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';

/** A row of the table as it goes out. */
export function tagOf({ id, name, color, archived_at }: Selectable<Schema['tag']>): Tag {
  return { id, name, color, archived: archived_at !== null };
}
