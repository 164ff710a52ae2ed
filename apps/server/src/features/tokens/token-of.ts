import type { Token } from '@timegrove/contract/tokens.ts';
import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';

/** A row of the table as it goes out. */
export function tokenOf(
  row: Omit<
    Selectable<Schema['api_token']>,
    'account_id' | 'token_hash' | 'revoked_at' | 'let_in_by'
  >,
  now: Date,
): Token {
  return {
    id: row.id,
    memberId: row.member_id,
    kind: row.kind,
    name: row.name,
    scopes: row.scopes,
    origins: row.origins,
    ending: row.ending,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    expired: row.expires_at !== null && row.expires_at <= now,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
