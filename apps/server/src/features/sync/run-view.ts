import type { Run } from '@timegrove/contract/runs.ts';
import type { AccountId } from '@timegrove/domain/id.ts';
import type { Db } from '../../database/schema.ts';

/** Selects runs of an account with what their view needs; narrow it down and give it to `runView`. */
export function selectRuns(db: Db, accountId: AccountId) {
  return db
    .selectFrom('run')
    .innerJoin('integration', (join) =>
      join
        .onRef('integration.account_id', '=', 'run.account_id')
        .onRef('integration.id', '=', 'run.integration_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'run.account_id')
        .onRef('member.id', '=', 'run.started_by'),
    )
    .selectAll('run')
    .select(['integration.provider', 'member.name as started_by_name'])
    .where('run.account_id', '=', accountId);
}

type RunRow = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>;

/** A run as the contract shows it. */
export function runView(row: RunRow): Run {
  const { seen, created, renamed, moved, archived, restored, unchanged, skipped } = row;
  return {
    id: row.id,
    integrationId: row.integration_id,
    provider: row.provider,
    trigger: row.trigger,
    startedBy: row.started_by_name,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    state: row.state,
    progress: { done: row.done, total: row.total },
    requests: row.requests,
    pages: row.pages,
    counts: { seen, created, renamed, moved, archived, restored, unchanged, skipped },
    reason: row.reason,
  };
}
