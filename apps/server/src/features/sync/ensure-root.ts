import { newId } from '@timegrove/contract/new-id.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { runTransaction } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import { lockTree } from '../tasks/lock-tree.ts';
import { ensureLinked } from './apply-plan.ts';
import { assignToRoot } from './assign-by-rule.ts';
import type { Engine, Work } from './engine.ts';
import { rootKind } from './read-mirror.ts';

/** Makes sure that the integration's root project stands at the top under its name, with who is assigned to it. */
export async function ensureRoot(engine: Engine, work: Work): Promise<TaskId> {
  const now = engine.now();
  return runTransaction(engine.database.db, async (db, wishes) => {
    await ensureLinked(db, work);
    await lockTree(db, work.accountId);
    const rootTaskId = work.rootTaskId ?? (await makeRoot(db, work));
    if (work.rootTaskId !== null) await resetRoot(db, work, work.rootTaskId);
    await assignToRoot(db, work, rootTaskId, now, wishes);
    return rootTaskId;
  });
}

async function makeRoot(
  db: Db,
  { accountId, integrationId, runId, provider }: Work,
): Promise<TaskId> {
  const id = newId<'task'>();
  await db
    .insertInto('task')
    .values({
      account_id: accountId,
      id,
      lineage: [id],
      name: provider.rootName,
      integration_id: integrationId,
      item_kind: rootKind,
      item_id: provider.id,
      created_run_id: runId,
    })
    .execute();
  await db
    .updateTable('integration')
    .set({ root_task_id: id })
    .where('account_id', '=', accountId)
    .where('id', '=', integrationId)
    .execute();
  return id;
}

/** While it was unlinked, people may have renamed, moved or archived the root (rule 10). */
async function resetRoot(db: Db, { accountId, provider }: Work, id: TaskId): Promise<void> {
  await db
    .updateTable('task')
    .set({
      name: provider.rootName,
      parent_id: null,
      lineage: [id],
      archived_at: null,
      archived_reason: null,
    })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where((task) =>
      task.or([
        task('name', '!=', provider.rootName),
        task('parent_id', 'is not', null),
        task('archived_at', 'is not', null),
      ]),
    )
    .execute();
}
