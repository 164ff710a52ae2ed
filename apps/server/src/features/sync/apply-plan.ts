import type { TaskId } from '@timegrove/domain/id.ts';
import { planSize, type Create, type Plan } from '@timegrove/domain/tree/plan.ts';
import { sql } from 'kysely';
import { runTransaction, type Wishes } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import {
  archiveTasks,
  moveTasks,
  relabelTasks,
  renameTasks,
  restoreTasks,
} from './apply-changes.ts';
import { CalledOff, type Engine, type Work } from './engine.ts';
import type { ChangeRows } from './change-rows.ts';
import { noteProgress } from './progress.ts';
import { countChanges, recordChanges } from './record-changes.ts';

const batchSize = 1000;
const largeImport = 1000;

/** What a batch does inside its own transaction. */
type Batch = (db: Db, wishes: Wishes) => Promise<void>;

/**
 * Applies a plan in bounded transactions, parents first. Each leaves the tree whole and its part of
 * the record written, so a run that is killed between any two is completed by the next.
 * @throws CalledOff when the run was cancelled or the integration unlinked meanwhile
 */
export async function applyPlan(
  engine: Engine,
  work: Work,
  plan: Plan,
  rows: ChangeRows,
): Promise<void> {
  const total = planSize(plan);
  let done = 0;
  const step = async (size: number, batch: Batch): Promise<void> => {
    done += size;
    await inBatch(engine, work, { done, total }, batch);
  };
  for (const creates of createBatches(plan.creates)) {
    await step(creates.length, async (db) => {
      await insertTasks(db, engine, work, creates);
      // Lines are not needed: the tasks themselves remember the run that made them.
      await countChanges(db, work, 'created', creates.length);
    });
  }
  await eachBatch(plan.moves, step, async (db, moves) => {
    await moveTasks(db, work, moves);
    await recordChanges(db, work, moves.map(rows.moved));
  });
  await eachBatch(plan.renames, step, async (db, renames) => {
    await renameTasks(db, work, renames);
    await recordChanges(db, work, renames.map(rows.renamed));
  });
  await eachBatch(plan.archives, step, async (db, archives, wishes) => {
    await archiveTasks(db, work, archives, engine.now(), wishes);
    await recordChanges(db, work, archives.map(rows.archived));
  });
  await eachBatch(plan.restores, step, async (db, restores) => {
    await restoreTasks(db, work, restores);
    await recordChanges(db, work, restores.map(rows.restored));
  });
  await eachBatch(plan.relabels, step, async (db, relabels) => relabelTasks(db, work, relabels));
  // Search chooses its plan by statistics, which lag behind after a large import.
  if (plan.creates.length > largeImport) await sql`analyze task`.execute(engine.database.db);
}

async function eachBatch<Row>(
  rows: readonly Row[],
  step: (size: number, batch: Batch) => Promise<void>,
  apply: (db: Db, rows: readonly Row[], wishes: Wishes) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    const part = rows.slice(start, start + batchSize);
    await step(part.length, async (db, wishes) => apply(db, part, wishes));
  }
}

async function inBatch(
  engine: Engine,
  work: Work,
  progress: { done: number; total: number },
  batch: Batch,
): Promise<void> {
  const { accountId, runId } = work;
  await runTransaction(engine.database.db, async (db, wishes) => {
    await ensureLinked(db, work);
    await noteProgress(db, work, { state: 'applying', ...progress });
    await batch(db, wishes);
    wishes.tell({ accountId, topic: 'runs', id: runId });
    wishes.tell({ accountId, topic: 'tasks' });
  });
}

/** Holds the integration's row, so that unlinking waits for the batch and the next one sees it. */
export async function ensureLinked(db: Db, { accountId, integrationId }: Work): Promise<void> {
  const row = await db
    .selectFrom('integration')
    .select('state')
    .where('account_id', '=', accountId)
    .where('id', '=', integrationId)
    .forShare()
    .executeTakeFirst();
  if (row?.state !== 'active')
    throw new CalledOff('The integration was unlinked or paused while this run was under way.');
}

/** Cuts creates so that no batch holds a task together with its own parent. */
function createBatches(creates: readonly Create[]): Create[][] {
  const depths = new Map<TaskId, number>();
  const byDepth: Create[][] = [];
  for (const create of creates) {
    const depth = (depths.get(create.parentId) ?? -1) + 1;
    depths.set(create.id, depth);
    (byDepth[depth] ??= []).push(create);
  }
  return byDepth.flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, part) =>
      rows.slice(part * batchSize, (part + 1) * batchSize),
    ),
  );
}

async function insertTasks(
  db: Db,
  engine: Engine,
  work: Work,
  rows: readonly Create[],
): Promise<void> {
  const { accountId, integrationId, runId } = work;
  // PostgreSQL keeps the plan by which a connection looks for the parent of a new task. Made while
  // the table was empty, it reads the whole account for every single task of a large import.
  await sql`discard plans`.execute(db);
  await sql`
    insert into task (account_id, id, parent_id, lineage, name, integration_id, item_kind, item_id,
      item_url, created_run_id, created_at)
    select ${accountId}, item.id, item."parentId",
      -- Looked up one by one: as a join it may be planned by what the table held before the import.
      (
        select parent.lineage from task parent
        where parent.account_id = ${accountId} and parent.id = item."parentId"
      ) || item.id,
      item.name, ${integrationId}, item.kind, item."remoteId", item.url, ${runId}, ${engine.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as item
      (id uuid, "parentId" uuid, name text, kind text, "remoteId" text, url text)
  `.execute(db);
}
