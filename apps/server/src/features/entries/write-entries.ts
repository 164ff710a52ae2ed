import type { EntryId, TagId, TaskId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';
import { changedBy } from './trace.ts';

/** What can be changed about a stored entry. */
export interface EntryValues {
  readonly id: EntryId;
  readonly task_id: TaskId | null;
  readonly started_at: Date;
  readonly stopped_at: Date | null;
  readonly day: string;
  readonly note: string;
  readonly billable: boolean;
  readonly tag_ids: readonly TagId[];
  readonly edited_at: Date | null;
}

/** Changes entries of held members, in one statement, and says who did it where that was somebody else. */
export async function writeEntries(
  desk: Desk,
  values: readonly EntryValues[],
): Promise<ReadonlyMap<EntryId, EntryRow>> {
  const { changed_by, changed_at } = changedBy(desk);
  const { rows } = await sql<EntryRow>`
    update entry set
      task_id = new.task_id,
      started_at = new.started_at,
      -- Archiving a task can stop a running entry at any moment.
      stopped_at = coalesce(new.stopped_at, entry.stopped_at),
      day = new.day,
      note = new.note,
      billable = new.billable,
      tag_ids = new.tag_ids,
      edited_at = new.edited_at,
      changed_by = ${changed_by},
      changed_at = ${changed_at}
    from json_to_recordset(${JSON.stringify(values)}) as new (
      id uuid, task_id uuid, started_at timestamptz, stopped_at timestamptz, day date, note text,
      billable boolean, tag_ids uuid[], edited_at timestamptz
    )
    where entry.account_id = ${desk.actor.accountId} and entry.id = new.id
    returning entry.*
  `.execute(desk.db);
  return new Map(rows.map((row) => [row.id, row]));
}
