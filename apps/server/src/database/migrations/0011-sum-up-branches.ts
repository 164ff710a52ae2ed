import { sql, type Kysely } from 'kysely';

/** Sums up the time on a branch, and counts what is imported, from an index alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index entry_on_task on entry (account_id, task_id)
      include (member_id, day, started_at, stopped_at)
      where deleted_at is null;
    drop index entry_task;

    create index task_imported on task (account_id, integration_id)
      where archived_at is null and integration_id is not null;
  `.execute(db);
}
