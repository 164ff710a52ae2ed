import { sql, type Kysely } from 'kysely';

/** Lets a client beside an open page of a vendor find the task by the page's address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index task_item_url on task (account_id, integration_id, item_url)
      where item_url is not null;
  `.execute(db);
}
