import type { Member } from '@timegrove/contract/members.ts';
import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';

type Row = Pick<
  Selectable<Schema['member']>,
  'id' | 'name' | 'email' | 'role' | 'active' | 'joined_at'
>;

/** The columns that a member is shown by. */
export const memberColumns = ['id', 'name', 'email', 'role', 'active', 'joined_at'] as const;

/** A row of the table as it goes out. */
export function memberOf(row: Row): Member {
  const { id, name, email, role, active } = row;
  return { id, name, email, role, active, joinedAt: row.joined_at.toISOString() };
}
