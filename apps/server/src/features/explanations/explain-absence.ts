import type { explainAbsence as endpoint } from '@timegrove/contract/explanations.ts';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { IntegrationId, RunId } from '@timegrove/domain/id.ts';
import { containing } from '@timegrove/domain/tree/search.ts';
import { cleanName } from '@timegrove/domain/tree/task-name.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { findIntegration } from '../integrations/find-integration.ts';
import { rootKind } from '../sync/read-mirror.ts';
import { runWithSkips } from '../sync/run-with-skips.ts';

type Sighting = Output<typeof endpoint>['sightings'][number];

const mostSightings = 50;

/** Tells what the tree and the last reading of the vendor know of a name (rule 14). @throws DomainError not-found */
export const explainAbsence: Verb<typeof endpoint> = async (desk, { params, query }) => {
  const { id } = await findIntegration(desk, params.integrationId);
  const run = await findLastReading(desk, id);
  const runId = run && (await runWithSkips(desk.db, desk.actor.accountId, run.id));
  return {
    sightings: await findSightings(desk, id, runId ?? null, cleanName(query.name)),
    lastRead:
      run?.finished_at == null
        ? null
        : { at: run.finished_at.toISOString(), state: run.state, reason: run.reason },
    notSelected: await findNotSelected(desk, runId ?? null),
  };
};

/**
 * The newest run that read the vendor; if none ever did, the newest that tried. A preview looks at
 * another selection, so it does not count.
 */
async function findLastReading({ db, actor }: Desk, integrationId: IntegrationId) {
  return db
    .selectFrom('run')
    .select(['id', 'state', 'reason', 'finished_at'])
    .where('account_id', '=', actor.accountId)
    .where('integration_id', '=', integrationId)
    .where('trigger', '!=', 'preview')
    .where('finished_at', 'is not', null)
    .orderBy(sql`state in ('done', 'partial', 'held')`, 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A line of the run about a task that is in the tree says nothing that the task does not say itself. */
async function findSightings(
  { db, actor }: Desk,
  integrationId: IntegrationId,
  runId: RunId | null,
  name: string,
): Promise<Sighting[]> {
  const alike = sql`lower(name) like lower(${containing(name)})`;
  const { rows } = await sql<Sighting>`
    with sighting as (
      select item_kind as kind, name, lineage, id as "taskId",
        coalesce(archived_reason, 'here') as verdict
      from task
      where account_id = ${actor.accountId} and integration_id = ${integrationId}
        and item_kind != ${rootKind} and ${alike}
      union all
      select kind, name, null, null, reason
      from run_change
      where account_id = ${actor.accountId} and run_id = ${runId} and action = 'skipped'
        and task_id is null and ${alike}
    ), nearest as (
      select *, row_number() over (
        order by (lower(name) = lower(${name})) desc, char_length(name), lower(name), verdict, "taskId"
      ) as place
      from sighting order by place limit ${mostSightings}
    )
    select kind, name, "taskId", verdict, array(
        select above.name from task above
        where above.account_id = ${actor.accountId}
          and above.id = any(nearest.lineage) and above.id != nearest."taskId"
        order by cardinality(above.lineage)
      ) as path
    from nearest order by place
  `.execute(db);
  return rows;
}

async function findNotSelected({ db, actor }: Desk, runId: RunId | null): Promise<string[]> {
  if (runId === null) return [];
  const rows = await db
    .selectFrom('run_change')
    .select('name')
    .where('account_id', '=', actor.accountId)
    .where('run_id', '=', runId)
    .where('action', '=', 'skipped')
    .where('reason', '=', 'not-selected')
    .orderBy(sql`lower(name)`)
    .orderBy('seq')
    .execute();
  return rows.map(({ name }) => name);
}
