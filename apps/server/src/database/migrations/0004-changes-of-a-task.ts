import { sql, type Kysely } from 'kysely';

/** Finds what runs did to one task without reading the whole record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index run_change_task on run_change (account_id, task_id) where task_id is not null;
  `.execute(db);
}
