import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeEntries } from '@timegrove/contract/outbox/deeds/change-entries.ts';
import { deleteEntries } from '@timegrove/contract/outbox/deeds/delete-entries.ts';
import { mergeEntries } from '@timegrove/contract/outbox/deeds/merge-entries.ts';
import { splitEntry } from '@timegrove/contract/outbox/deeds/split-entry.ts';
import { undeleteEntries } from '@timegrove/contract/outbox/deeds/undelete-entries.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { planMerge, type Part } from '@timegrove/domain/timesheet/merge.ts';
import { spanOf } from '../day-lines.ts';

/** Something that can be taken back. */
export interface Reversible {
  readonly call: Call;
  /** What takes it back, in this order. */
  readonly back: readonly Call[];
}

/** What of an entry is changed for many at once. */
export type Changed = Partial<Pick<Entry, 'task' | 'billable' | 'tagIds'>>;

/** Changes entries, each as it is said. */
export function changing(entries: readonly Entry[], change: (entry: Entry) => Changed): Reversible {
  const changes = entries.map((entry) => ({ entryId: entry.id, ...fieldsOf(change(entry)) }));
  const after = entries.map((entry) => ({ ...entry, ...change(entry) }));
  const before = entries.map((entry) => {
    const { task, tagIds } = change(entry);
    return {
      entryId: entry.id,
      ...fieldsOf({
        ...(task !== undefined && { task: entry.task }),
        ...(tagIds !== undefined && { tagIds: entry.tagIds }),
        // It may follow a new task.
        billable: entry.billable,
      }),
    };
  });
  return {
    call: changeEntries.call({ body: { changes } }, { entries: after }),
    back: [changeEntries.call({ body: { changes: before } }, { entries: [...entries] })],
  };
}

/** Deletes entries. */
export function deleting(entries: readonly Entry[]): Reversible {
  const body = { ids: idsOf(entries) };
  const [entry] = entries;
  return {
    call: deleteEntries.call({ body }, { ...(entry && { entry }) }),
    back: [undeleteEntries.call({ body }, { entries: [...entries] })],
  };
}

/** Splits an entry at an instant inside it; merging the halves takes it back. */
export function splitting(entry: Entry, at: string): Reversible {
  const second = { ...entry, id: newId<'entry'>(), startedAt: at };
  const entries = [{ ...entry, stoppedAt: at }, second];
  return {
    call: splitEntry.call(
      { params: { entryId: entry.id }, body: { id: second.id, at } },
      { entries },
    ),
    back: [mergeEntries.call({ body: { ids: idsOf(entries) } }, { entries: [entry] })],
  };
}

/** Merges finished entries into the first of them, with its task and with what lies between them. */
export function merging(first: Entry, others: readonly Entry[]): Reversible {
  const taskId = first.task?.id ?? null;
  const merged = planMerge([partOf(first), ...others.map(partOf)], { taskId, fillGaps: true });
  const after = {
    ...first,
    stoppedAt: new Date(merged.span.end).toISOString(),
    note: merged.note,
    tagIds: [...merged.tagIds],
  };
  const ids = idsOf([first, ...others]);
  const sameTask = others.every(({ task }) => (task?.id ?? null) === taskId);
  const body = { ids, fillGaps: true, ...(!sameTask && { taskId }) };
  return {
    call: mergeEntries.call({ body }, { entries: [after] }),
    back: [
      asItWas(first),
      undeleteEntries.call({ body: { ids: idsOf(others) } }, { entries: [...others] }),
    ],
  };
}

function partOf(entry: Entry): Part {
  const { task, note, tagIds } = entry;
  return { span: spanOf(entry, 0), taskId: task?.id ?? null, note, tagIds };
}

function asItWas(entry: Entry): Call {
  const { id: entryId, note, startedAt, stoppedAt } = entry;
  const times = stoppedAt !== null && { startedAt, stoppedAt };
  const change = { entryId, note, ...times, ...fieldsOf(entry) };
  return changeEntries.call({ body: { changes: [change] } }, { entries: [entry] });
}

function fieldsOf({ task, billable, tagIds }: Changed) {
  return {
    ...(task !== undefined && { taskId: task?.id ?? null }),
    ...(billable !== undefined && { billable }),
    ...(tagIds !== undefined && { tagIds }),
  };
}

function idsOf(entries: readonly Entry[]) {
  return entries.map(({ id }) => id);
}
