import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import { providerName, type House } from '../../house.ts';
import type { TaskRow } from './find-task.ts';

/** Tells whether name, place and state of a task are the vendor's (rule 1). */
export function isReadOnly(row: TaskRow): boolean {
  return row.integration_state !== null && row.integration_state !== 'unlinked';
}

/** Refuses to touch the structure of an imported task. @throws DomainError task-read-only */
export function refuseReadOnly(desk: Desk, row: TaskRow): void {
  if (isReadOnly(row)) throw readOnly(desk.house, row.name, row.provider ?? '');
}

/**
 * Refuses to move or archive a branch that holds imported tasks anywhere: a formerly imported task
 * that was moved into it can be the vendor's again. @throws DomainError task-read-only
 */
export async function refuseReadOnlyBranch(desk: Desk, row: TaskRow): Promise<void> {
  refuseReadOnly(desk, row);
  const imported = await desk.db
    .selectFrom('task')
    .innerJoin('integration', (join) =>
      join
        .onRef('integration.account_id', '=', 'task.account_id')
        .onRef('integration.id', '=', 'task.integration_id'),
    )
    .where('task.account_id', '=', desk.actor.accountId)
    .where(sql<boolean>`task.lineage @> array[${row.id}]::uuid[]`)
    .where('integration.state', '!=', 'unlinked')
    .select(['task.name', 'integration.provider'])
    .limit(1)
    .executeTakeFirst();
  if (imported !== undefined) throw readOnly(desk.house, imported.name, imported.provider);
}

function readOnly(house: House, task: string, provider: string): DomainError {
  return new DomainError('task-read-only', { task, provider: providerName(house, provider) });
}
