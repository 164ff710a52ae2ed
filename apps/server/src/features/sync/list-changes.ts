import type * as contract from '@timegrove/contract/runs.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { findRun } from './read-run.ts';
import { runWithSkips } from './run-with-skips.ts';

/** What a run did: the recorded lines, then the tasks it made, which remember their run themselves. */
export async function listChanges(
  desk: Desk,
  { params, query }: Parsed<typeof contract.listChanges>,
) {
  const run = await findRun(desk, params.runId);
  const { offset, limit } = query;
  const lines = await linesOf(desk, run);
  const recorded = await recordedCount(desk, lines);
  const changes = await recordedChanges(desk, lines, offset, limit);
  const madeOffset = Math.max(0, offset - recorded);
  const made =
    changes.length < limit ? await madeTasks(desk, run, madeOffset, limit - changes.length) : [];
  const total = recorded + (await madeCount(desk, run));
  return { changes: [...changes, ...made], total };
}

/** SQL: the lines of the run's record, and what it left alone where an earlier run tells that. */
async function linesOf({ db, actor }: Desk, run: contract.Run): Promise<RawBuilder<boolean>> {
  const { accountId } = actor;
  const told = await runWithSkips(db, accountId, run.id);
  return sql<boolean>`
    account_id = ${accountId}
    and (run_id = ${run.id} or run_id = ${told} and action = 'skipped')`;
}

async function recordedCount({ db }: Desk, lines: RawBuilder<boolean>): Promise<number> {
  const { count } = await db
    .selectFrom('run_change')
    .select(db.fn.countAll<number>().as('count'))
    .where(lines)
    .executeTakeFirstOrThrow();
  return count;
}

async function recordedChanges(
  { db }: Desk,
  lines: RawBuilder<boolean>,
  offset: number,
  limit: number,
): Promise<contract.Change[]> {
  const rows = await db
    .selectFrom('run_change')
    .select(['action', 'kind', 'name', 'path', 'task_id as taskId', 'before', 'after', 'reason'])
    .where(lines)
    // The skips of a run are the last lines of its record.
    .orderBy(sql`action = 'skipped'`)
    .orderBy('seq')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows;
}

async function madeTasks(
  { db, actor }: Desk,
  run: contract.Run,
  offset: number,
  limit: number,
): Promise<contract.Change[]> {
  const { rows } = await sql<{ id: TaskId; kind: string; name: string; path: string[] }>`
    select task.id, task.item_kind as kind, task.name,
      array(
        select above.name from task above
        where above.account_id = task.account_id
          and above.id = any(task.lineage) and above.id != task.id
        order by cardinality(above.lineage)
      ) as path
    from task
    where task.account_id = ${actor.accountId} and task.integration_id = ${run.integrationId}
      and task.created_run_id = ${run.id}
    order by task.id
    offset ${offset} limit ${limit}
  `.execute(db);
  return rows.map(({ id, ...rest }) => ({
    ...rest,
    action: 'created',
    taskId: id,
    before: null,
    after: null,
    reason: null,
  }));
}

async function madeCount({ db, actor }: Desk, run: contract.Run): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .select(db.fn.countAll<number>().as('count'))
    .where('account_id', '=', actor.accountId)
    .where('integration_id', '=', run.integrationId)
    .where('created_run_id', '=', run.id)
    .executeTakeFirstOrThrow();
  return count;
}
