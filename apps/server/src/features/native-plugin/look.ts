import type { PluginState } from '@timegrove/contract/native-plugin.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import type { Desk } from '../../http/desk.ts';
import { hashOf } from '../../hash-of.ts';
import { readItem, type FoundItem } from '../items/read-item.ts';

/** What a page's button is for. */
export interface Subject {
  readonly provider?: string | undefined;
  readonly item?: string | undefined;
  readonly note: string;
}

/** How things stand, as the page may know it, and what only the server needs. */
export interface Look {
  readonly state: PluginState;
  /** Null for free work. */
  readonly found: FoundItem | null;
  /** The running entry, if it is on the subject. */
  readonly running: EntryId | null;
}

/** Looks how a subject stands for the actor. */
export async function look(desk: Desk, subject: Subject): Promise<Look> {
  const { provider, item, note } = subject;
  const found =
    provider === undefined || item === undefined ? null : await readItem(desk, { provider, item });
  const entry = await readRunning(desk);
  const isThis = entry !== undefined && isOn(entry, found, note);
  const known = {
    running:
      entry === undefined ? ('none' as const) : isThis ? ('this' as const) : ('other' as const),
    startedAt: isThis ? entry.started_at.toISOString() : null,
    item: found?.state ?? ('known' as const),
    taskName: found?.state === 'known' ? (found.row?.name ?? null) : null,
  };
  const version = hashOf(JSON.stringify([known, isThis && entry.id])).slice(0, 16);
  const state = { version, serverTime: desk.now.toISOString(), ...known };
  return { state, found, running: isThis ? entry.id : null };
}

type Running = NonNullable<Awaited<ReturnType<typeof readRunning>>>;

async function readRunning({ db, actor }: Desk) {
  return db
    .selectFrom('entry')
    .select(['id', 'task_id', 'note', 'started_at'])
    .where('account_id', '=', actor.accountId)
    .where('member_id', '=', actor.memberId)
    .where('stopped_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Free work is known by its note, for want of anything else. */
function isOn(entry: Running, found: FoundItem | null, note: string): boolean {
  if (found === null) return entry.task_id === null && entry.note === note;
  return [found.row, ...found.choices].some((row) => row?.id === entry.task_id);
}
