import { itemKey, type Area, type Item, type Level } from '../provider.ts';
import type { MirrorTask, SkipReason } from './plan.ts';
import type { ArchivedReason } from './task.ts';

/** What judges a single item: the policy of its level, and what is selected. */
export interface Law {
  readonly levels: ReadonlyMap<string, Level>;
  readonly selects: string | null;
  /** Null: everything is selected. */
  readonly ticked: ReadonlySet<string> | null;
}

/** The policy of a level. @throws TypeError when the provider has no such level */
export function policyOf(law: Law, kind: string): Level['policy'] {
  const level = law.levels.get(kind);
  if (level === undefined) throw new TypeError(`The provider has no level of kind ${kind}`);
  return level.policy;
}

/** Why the item's own task is archived, whatever becomes of its parents. */
export function ownReason(law: Law, item: Item): ArchivedReason | null {
  if (item.kind === law.selects && law.ticked !== null && !law.ticked.has(item.remoteId)) {
    return 'not-selected';
  }
  if (item.state === 'active') return null;
  return policyOf(law, item.kind)[item.state] === 'archive' ? `${item.state}-at-vendor` : null;
}

/** A first import brings what is alive: what lies archived or deleted at the vendor gets no task. */
export function reasonNotToCreate(item: Item, archived: ArchivedReason | null): SkipReason | null {
  if (archived === 'not-selected') return 'not-selected';
  if (item.state === 'archived' || item.state === 'deleted') return item.state;
  return archived === null ? null : 'completed';
}

/** Reasons that say nothing about the item itself, so they fall with what caused them. */
export const lifted: ReadonlySet<ArchivedReason> = new Set([
  'with-parent',
  'not-selected',
  'unlinked',
]);

/** Whether the area a task was last known in is one of these. */
export function isIn(
  areas: ReadonlySet<string>,
  task: MirrorTask,
  parent: MirrorTask | undefined,
): boolean {
  const { kind } = task;
  return (
    areas.has(areaKey({ kind, below: 'everywhere' })) ||
    areas.has(areaKey({ kind, below: parent ?? null }))
  );
}

/** A key by which an area can be looked up in a Set. */
export function areaKey({ kind, below }: Area): string {
  return `${kind}@${below === null || below === 'everywhere' ? String(below) : itemKey(below)}`;
}
