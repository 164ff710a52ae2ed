import type { AccountId, RunId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Db } from '../../database/schema.ts';

/**
 * Gives the run whose record tells what a run left alone: that run itself, or the earlier one that
 * had left the very same alone already, so that an hourly run that finds nothing new writes nothing.
 */
export async function runWithSkips(db: Db, accountId: AccountId, runId: RunId): Promise<RunId> {
  const { rows } = await sql<{ id: RunId }>`
    select earlier.id
    from run asked
    join run earlier
      on earlier.account_id = asked.account_id and earlier.integration_id = asked.integration_id
    where asked.account_id = ${accountId} and asked.id = ${runId} and asked.skipped > 0
      and (
        earlier.id = asked.id
        or asked.state in ('done', 'partial') and earlier.state in ('done', 'partial')
          and (earlier.started_at, earlier.id) < (asked.started_at, asked.id)
      )
      and exists (
        select from run_change
        where run_change.account_id = earlier.account_id and run_change.run_id = earlier.id
          and run_change.action = 'skipped'
      )
    order by earlier.started_at desc, earlier.id desc
    limit 1
  `.execute(db);
  return rows[0]?.id ?? runId;
}
