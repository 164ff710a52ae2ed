import { sql, type Kysely } from 'kysely';

/** The task tree, who is assigned to it, and the time on it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create extension if not exists pg_trgm;

    create table task (
      account_id uuid not null references account (id),
      id uuid not null,
      parent_id uuid,
      lineage uuid[] not null,
      name text not null,
      note text not null default '',
      color text,
      billable boolean not null default true,
      archived_at timestamptz,
      archived_reason text,
      integration_id uuid,
      item_kind text,
      item_id text,
      item_url text,
      created_run_id uuid,
      created_by uuid,
      created_at timestamptz not null default now(),
      primary key (account_id, id),
      foreign key (account_id, parent_id) references task (account_id, id),
      check ((archived_at is null) = (archived_reason is null))
    );
    create index task_children on task (account_id, parent_id, lower(name), id);
    create index task_lineage on task using gin (lineage);
    create index task_name_part on task using gin (lower(name) gin_trgm_ops);
    create index task_name_start on task (account_id, lower(name) text_pattern_ops)
      where archived_at is null;
    create unique index task_item on task (account_id, integration_id, item_kind, item_id)
      where integration_id is not null;

    create table assignment (
      account_id uuid not null,
      task_id uuid not null,
      member_id uuid not null,
      role text check (role in ('project-manager', 'regular-user', 'guest')),
      origin text not null check (origin in ('rule', 'hand')),
      changed_at timestamptz not null,
      primary key (account_id, task_id, member_id),
      foreign key (account_id, task_id) references task (account_id, id),
      foreign key (account_id, member_id) references member (account_id, id)
    );
    create index assignment_member on assignment (account_id, member_id);

    create table entry (
      account_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      task_id uuid,
      started_at timestamptz not null,
      stopped_at timestamptz,
      zone text not null,
      day date not null,
      note text not null default '',
      billable boolean not null default true,
      edited_at timestamptz,
      deleted_at timestamptz,
      created_at timestamptz not null,
      primary key (account_id, id),
      foreign key (account_id, member_id) references member (account_id, id),
      foreign key (account_id, task_id) references task (account_id, id),
      check (stopped_at >= started_at)
    );
    -- One running timer per member.
    create unique index entry_running on entry (account_id, member_id)
      where stopped_at is null and deleted_at is null;
    create index entry_day on entry (account_id, member_id, day, started_at)
      where deleted_at is null;
    create index entry_latest on entry (account_id, member_id, started_at desc)
      where deleted_at is null;
    create index entry_task on entry (account_id, task_id);
  `.execute(db);
}
