import type { explainTask as endpoint, Explanation } from '@timegrove/contract/explanations.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { visible } from '../tasks/visible.ts';

/** Tells why an imported task is here (rule 14). @throws DomainError not-found, for an own task as well */
export const explainTask: Verb<typeof endpoint> = async (desk, { params }) => {
  const row = await findImported(desk, params.taskId);
  const linked = row.state !== 'unlinked';
  return {
    provider: row.provider,
    item: { kind: row.item_kind ?? '', remoteId: row.item_id ?? '', url: row.item_url },
    owner: linked ? row.owner : null,
    linked,
    selection: selectionOf(desk, row),
    madeBy: madeBy(row),
    archived:
      row.archived_at === null || row.archived_reason === null
        ? null
        : { at: row.archived_at.toISOString(), reason: row.archived_reason },
    lastChange: await findLastChange(desk, params.taskId),
  };
};

async function findImported(desk: Desk, taskId: TaskId) {
  const row = await desk.db
    .selectFrom('task')
    .innerJoin('integration', (join) =>
      join
        .onRef('integration.account_id', '=', 'task.account_id')
        .onRef('integration.id', '=', 'task.integration_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'integration.account_id')
        .onRef('member.id', '=', 'integration.owner_member_id'),
    )
    .leftJoin('run', (join) =>
      join
        .onRef('run.account_id', '=', 'task.account_id')
        .onRef('run.id', '=', 'task.created_run_id'),
    )
    .select(['task.item_kind', 'task.item_id', 'task.item_url'])
    .select(['task.archived_at', 'task.archived_reason'])
    .select(['integration.provider', 'integration.state', 'integration.selection'])
    .select(['member.name as owner', 'run.id as run_id', 'run.trigger', 'run.started_at'])
    .where('task.account_id', '=', desk.actor.accountId)
    .where('task.id', '=', taskId)
    .where(visible(desk.actor))
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('not-found', { thing: 'task' });
  return row;
}

type Imported = Awaited<ReturnType<typeof findImported>>;

function selectionOf({ house }: Desk, { provider, selection }: Imported): Explanation['selection'] {
  const selects = house.providers.get(provider)?.selects ?? null;
  return selects === null ? null : (selection?.mode ?? null);
}

function madeBy({ run_id, trigger, started_at }: Imported): Explanation['madeBy'] {
  if (run_id === null || trigger === null || started_at === null) return null;
  return { runId: run_id, trigger, at: started_at.toISOString() };
}

/** Previewed and held runs record what they would do; only what was done counts here. */
async function findLastChange(
  { db, actor }: Desk,
  taskId: TaskId,
): Promise<Explanation['lastChange']> {
  const row = await db
    .selectFrom('run_change')
    .innerJoin('run', (join) =>
      join
        .onRef('run.account_id', '=', 'run_change.account_id')
        .onRef('run.id', '=', 'run_change.run_id'),
    )
    .select(['run_change.action', 'run_change.before', 'run_change.after', 'run.started_at'])
    .where('run_change.account_id', '=', actor.accountId)
    .where('run_change.task_id', '=', taskId)
    .where('run_change.action', '!=', 'skipped')
    .where('run.trigger', '!=', 'preview')
    .where('run.state', '!=', 'held')
    .orderBy('run.started_at', 'desc')
    .orderBy('run.id', 'desc')
    .orderBy('run_change.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { action, before, after, started_at } = row;
  return { action, before, after, at: started_at.toISOString() };
}
