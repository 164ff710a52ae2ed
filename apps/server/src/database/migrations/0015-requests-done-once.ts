import { sql, type Kysely } from 'kysely';

/** The writes that came with an Idempotency-Key and were done; a later copy of one changes nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_key (
      account_id uuid not null,
      member_id uuid not null,
      key uuid not null,
      done_at timestamptz not null,
      -- Null only while it is being done.
      answer jsonb,
      primary key (account_id, member_id, key),
      foreign key (account_id, member_id) references member (account_id, id)
    );
    create index idempotency_key_done_at on idempotency_key (done_at);
  `.execute(db);
}
