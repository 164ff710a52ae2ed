import type { Area, ItemRef, Level } from '../provider.ts';
import { makeParentOf, type Lookup } from './lookup.ts';
import { areaKey, isIn } from './verdict.ts';

/** The active tasks that would be archived because a read did not bring their items, although it read where they were. */
export function missingItems(
  levels: readonly Level[],
  lookup: Lookup,
  complete: readonly Area[],
): readonly ItemRef[] {
  const proven = new Set(complete.map(areaKey));
  const parentOf = makeParentOf(lookup);
  const missing: ItemRef[] = [];
  for (const { kind, policy } of levels) {
    if (policy.absent === 'keep') continue;
    for (const { item, task } of lookup.pairs.get(kind)?.values() ?? []) {
      if (item !== undefined || task === undefined || task.archived !== null) continue;
      if (isIn(proven, task, parentOf(task)?.task)) missing.push(task);
    }
  }
  return missing;
}
