import type { Invitation } from '@timegrove/contract/members.ts';
import type { AccountId } from '@timegrove/domain/id.ts';
import type { Selectable } from 'kysely';
import type { Db, Schema } from '../../database/schema.ts';

type Row = Pick<
  Selectable<Schema['invitation']>,
  'id' | 'email' | 'role' | 'created_at' | 'expires_at'
> & { readonly inviter: string };

/** The invitations of an account that were neither accepted nor revoked, with who invited. */
export function openInvitations(db: Db, accountId: AccountId) {
  return db
    .selectFrom('invitation')
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'invitation.account_id')
        .onRef('member.id', '=', 'invitation.invited_by'),
    )
    .select(['invitation.id', 'invitation.email', 'invitation.role'])
    .select(['invitation.created_at', 'invitation.expires_at', 'member.name as inviter'])
    .where('invitation.account_id', '=', accountId)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null);
}

/** A row of the table as it goes out. */
export function invitationOf(row: Row, now: Date): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    invitedBy: row.inviter,
    invitedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    expired: row.expires_at <= now,
  };
}
