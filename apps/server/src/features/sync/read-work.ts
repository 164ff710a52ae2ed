import type { AccountId, RunId } from '@timegrove/domain/id.ts';
import type { Db } from '../../database/schema.ts';
import type { Engine, Work } from './engine.ts';

/** Names a run. */
export interface RunKey {
  readonly accountId: AccountId;
  readonly runId: RunId;
}

/** Reads what an unfinished run needs; undefined when it has finished. A run that cannot go on is finished here. */
export async function readWork(engine: Engine, key: RunKey): Promise<Work | undefined> {
  const row = await selectRun(engine.database.db, key);
  if (row === undefined) return undefined;
  const provider = engine.house.providers.get(row.provider);
  if (provider === undefined || row.credential === null) {
    await close(engine, key, 'The integration is not enabled any more.');
    return undefined;
  }
  return {
    ...key,
    integrationId: row.integration_id,
    trigger: row.trigger,
    provider,
    credential: engine.house.vault.open(row.credential, row.integration_id),
    selection: row.preview ?? row.selection ?? { mode: 'all' },
    ownerId: row.owner_member_id,
    rootTaskId: row.root_task_id,
    pausedUntil: row.paused_until,
  };
}

/** Finds the run of the same integration that nobody has begun yet; of previews a preview. */
export async function findWaiting(db: Db, work: Work): Promise<RunKey | undefined> {
  const { accountId, integrationId, trigger } = work;
  const row = await db
    .selectFrom('run')
    .select('id')
    .where('account_id', '=', accountId)
    .where('integration_id', '=', integrationId)
    .where('trigger', trigger === 'preview' ? '=' : '!=', 'preview')
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row && { accountId, runId: row.id };
}

async function selectRun(db: Db, { accountId, runId }: RunKey) {
  return db
    .selectFrom('run')
    .innerJoin('integration', (join) =>
      join
        .onRef('integration.account_id', '=', 'run.account_id')
        .onRef('integration.id', '=', 'run.integration_id'),
    )
    .select([
      'run.trigger',
      'run.integration_id',
      'run.selection as preview',
      'integration.provider',
      'integration.credential',
      'integration.selection',
      'integration.owner_member_id',
      'integration.root_task_id',
      'integration.paused_until',
    ])
    .where('run.account_id', '=', accountId)
    .where('run.id', '=', runId)
    .where('run.finished_at', 'is', null)
    .executeTakeFirst();
}

async function close(
  { database, now }: Engine,
  { accountId, runId }: RunKey,
  reason: string,
): Promise<void> {
  await database.db
    .updateTable('run')
    .set({ state: 'failed', finished_at: now(), reason })
    .where('account_id', '=', accountId)
    .where('id', '=', runId)
    .execute();
}
