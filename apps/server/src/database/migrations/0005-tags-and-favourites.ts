import { sql, type Kysely } from 'kysely';

/** Tags of tasks and entries, favourite tasks, what else is said about a task, and who changed an entry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tag (
      account_id uuid not null references account (id),
      id uuid not null,
      name text not null,
      color text,
      archived_at timestamptz,
      created_at timestamptz not null,
      primary key (account_id, id)
    );
    create unique index tag_name on tag (account_id, lower(name));

    create table favourite (
      account_id uuid not null,
      member_id uuid not null,
      task_id uuid not null,
      created_at timestamptz not null,
      primary key (account_id, member_id, task_id),
      foreign key (account_id, member_id) references member (account_id, id),
      foreign key (account_id, task_id) references task (account_id, id)
    );

    -- A default that does not change lets PostgreSQL add the columns without rewriting the rows.
    alter table task
      add column tag_ids uuid[] not null default '{}',
      add column keywords text[] not null default '{}',
      add column budget_minutes integer check (budget_minutes > 0);

    -- Few tasks have keywords; a search goes through these.
    create index task_keywords on task (account_id) where keywords <> '{}';

    alter table entry
      add column tag_ids uuid[] not null default '{}',
      -- Somebody else than its member changed it last, and when.
      add column changed_by uuid,
      add column changed_at timestamptz,
      add foreign key (account_id, changed_by) references member (account_id, id);
  `.execute(db);
}
