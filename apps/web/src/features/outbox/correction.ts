import type { Entry } from '@timegrove/contract/entries.ts';
import { addEntry } from '@timegrove/contract/outbox/deeds/add-entry.ts';
import { deedNamed } from '@timegrove/contract/outbox/deeds/all.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import type { Call, Item } from '@timegrove/contract/outbox/item.ts';
import { labelOf } from '@timegrove/ui/task-picker/picked-task.ts';
import { additionOf, changeOf, type Draft } from '../entries/draft.ts';

/** The entry as an item would make it, or as it was when the item takes it away; undefined: nobody knows. */
export function entryOf(item: Item): Entry | undefined {
  const { entry } = item.scene;
  const [made] = deedNamed(item.deed)?.foresee(entry === undefined ? [] : [entry], item) ?? [];
  return made ?? entry;
}

const correctable: readonly string[] = [addEntry.name, startTimer.name, changeEntry.name];

/** Whether a person can write down what should have been done. */
export function canCorrect(item: Item): boolean {
  return correctable.includes(item.deed) && entryOf(item) !== undefined;
}

/** What the item becomes by a corrected draft; null when nothing is left to do. */
export function correctedCall(item: Item, entry: Entry, draft: Draft): Call | null {
  switch (item.deed) {
    case startTimer.name:
      return startOf(entry, draft);
    case changeEntry.name:
      return changeOf(draft, item.scene.entry ?? entry);
    default:
      return additionOf(draft, entry.id);
  }
}

function startOf({ id, tagIds }: Entry, { task, times, note }: Draft): Call {
  const startedAt = new Date(times.start).toISOString();
  const body = { id, taskId: task?.id ?? null, startedAt, zone: times.zone, note, tagIds };
  return startTimer.call({ body }, { task: labelOf(task) });
}
