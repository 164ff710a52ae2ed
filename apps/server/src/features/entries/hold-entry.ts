import type { EntryId, MemberId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';

/**
 * Makes everything that writes a member's time wait for one another until the transaction ends.
 * The order is always the member, then a task, then entries, so that nobody waits in a circle.
 * Archiving a task locks no members: it can stop a running entry at any moment, so whoever writes
 * `stopped_at` of a running entry does it in a way that an earlier stop survives.
 * @throws DomainError member-deactivated when that happened to the actor after the door
 */
export async function lockMember(desk: Desk, memberId: MemberId): Promise<void> {
  const { active } = await desk.db
    .selectFrom('member')
    .select('active')
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', memberId)
    // Weaker than `for update`: writing an assignment that names the member need not wait.
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  // Deactivating has stopped the timer by now, and nobody would stop another one.
  if (!active && memberId === desk.actor.memberId) throw new DomainError('member-deactivated');
}

/**
 * Gives an entry, deleted or not, that the actor may change: an own one, or anybody's for an
 * administrator. Its member is locked. @throws DomainError not-found | right-needed
 */
export async function holdAnyEntry(desk: Desk, entryId: EntryId): Promise<EntryRow> {
  const entry = () =>
    desk.db
      .selectFrom('entry')
      .selectAll()
      .where('account_id', '=', desk.actor.accountId)
      .where('id', '=', entryId);
  const found = await entry().executeTakeFirst();
  if (found === undefined || !maySee(desk, found)) {
    throw new DomainError('not-found', { thing: 'entry' });
  }
  ensureMayChange(desk, found);
  await lockMember(desk, found.member_id);
  // Read again: it may have changed while its member was locked by somebody else.
  return entry().executeTakeFirstOrThrow();
}

/** As `holdAnyEntry`, and a deleted entry is not found. */
export async function holdEntry(desk: Desk, entryId: EntryId): Promise<EntryRow> {
  const entry = await holdAnyEntry(desk, entryId);
  if (entry.deleted_at !== null) throw new DomainError('not-found', { thing: 'entry' });
  return entry;
}

function maySee({ actor }: Desk, entry: EntryRow): boolean {
  return entry.member_id === actor.memberId || may(actor, { do: 'see-everybodys-time' });
}

function ensureMayChange({ actor }: Desk, entry: EntryRow): void {
  if (entry.member_id === actor.memberId || actor.role === 'administrator') return;
  throw new DomainError('right-needed');
}
