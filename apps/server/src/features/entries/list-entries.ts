import type { listEntries as endpoint } from '@timegrove/contract/entries.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { daysBetween } from '@timegrove/domain/time/day.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { viewEntries } from './entry-view.ts';

/** A quarter and the weeks around it; a longer answer would keep the server from others for long. */
const mostDays = 100;

/** Lists the entries of a member whose day lies in a range, by start. */
export const listEntries: Verb<typeof endpoint> = async (desk, { query }) => {
  ensureRange(query.from, query.to);
  const memberId = query.memberId ?? desk.actor.memberId;
  await ensureMaySee(desk, memberId);
  const rows = await desk.db
    .selectFrom('entry')
    .selectAll()
    .where('account_id', '=', desk.actor.accountId)
    .where('member_id', '=', memberId)
    .where('deleted_at', 'is', null)
    .where('day', '>=', query.from)
    .where('day', '<=', query.to)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return { entries: await viewEntries(desk, rows) };
};

function ensureRange(from: string, to: string): void {
  const days = daysBetween(from, to);
  if (days < 0) throw wrong('must not be before `from`');
  if (days >= mostDays) throw wrong(`must be at most ${mostDays - 1} days after \`from\``);
}

function wrong(reason: string): DomainError {
  return new DomainError('input-invalid', { field: 'query.to', reason });
}

async function ensureMaySee(desk: Desk, memberId: MemberId): Promise<void> {
  if (memberId === desk.actor.memberId) return;
  ensureMay(desk.actor, { do: 'see-everybodys-time' });
  const member = await desk.db
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (member === undefined) throw new DomainError('not-found', { thing: 'member' });
}
