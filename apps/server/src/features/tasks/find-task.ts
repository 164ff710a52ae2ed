import type { IntegrationId, MemberId, TagId, TaskId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { ArchivedReason } from '@timegrove/domain/tree/task.ts';
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Actor, Desk } from '../../http/desk.ts';
import { inSeenBranch, pathIds, visible } from './visible.ts';

/** A task as this feature reads it, with what it takes to show it to the asking member. */
export interface TaskRow {
  readonly id: TaskId;
  readonly parent_id: TaskId | null;
  readonly lineage: TaskId[];
  readonly name: string;
  readonly note: string;
  readonly color: string | null;
  readonly billable: boolean;
  readonly tag_ids: TagId[];
  readonly keywords: string[];
  readonly budget_minutes: number | null;
  readonly archived_at: Date | null;
  readonly archived_reason: ArchivedReason | null;
  readonly created_by: MemberId | null;
  readonly integration_id: IntegrationId | null;
  readonly item_kind: string | null;
  readonly item_url: string | null;
  readonly provider: string | null;
  readonly integration_state: Schema['integration']['state'] | null;
  readonly child_count: number;
}

/** Begins a query over the tasks of the account; the verb adds which ones and whether they are visible. */
export function selectTasks(desk: Desk): SelectQueryBuilder<Schema, 'task', TaskRow> {
  return desk.db
    .selectFrom('task')
    .where('task.account_id', '=', desk.actor.accountId)
    .select([
      'task.id',
      'task.parent_id',
      'task.lineage',
      'task.name',
      'task.note',
      'task.color',
      'task.billable',
      'task.tag_ids',
      'task.keywords',
      'task.budget_minutes',
      'task.archived_at',
      'task.archived_reason',
      'task.created_by',
      'task.integration_id',
      'task.item_kind',
      'task.item_url',
      integrationField('provider').as('provider'),
      integrationField('state').as('integration_state'),
      childCount(desk.actor).as('child_count'),
    ]);
}

/** Finds a task that the member can see. @throws DomainError not-found */
export async function findTask(desk: Desk, taskId: TaskId): Promise<TaskRow> {
  const row = await selectTasks(desk)
    .where('task.id', '=', taskId)
    .where(visible(desk.actor))
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('not-found', { thing: 'task' });
  return row;
}

function integrationField<Field extends 'provider' | 'state'>(
  field: Field,
): RawBuilder<Schema['integration'][Field] | null> {
  return sql`(
    select ${sql.ref(field)} from integration
    where integration.account_id = task.account_id and integration.id = task.integration_id
  )`;
}

function childCount(actor: Actor): RawBuilder<number> {
  return sql<number>`(
    select count(*) from task child
    where child.account_id = task.account_id
      and child.parent_id = task.id
      and child.archived_at is null
      and (${inSeenBranch(actor)} or child.id in (${pathIds(actor)}))
  )`;
}
