import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';

/** Tells the member's clients about an entry, and about the timer when that is what changed. */
export function tellTime(desk: Desk, entry: EntryRow, about: 'timer' | 'entry'): void {
  const news = { accountId: desk.actor.accountId, memberId: entry.member_id, id: entry.id };
  if (about === 'timer') desk.tell({ ...news, topic: 'timer' });
  desk.tell({ ...news, topic: 'entries' });
}
