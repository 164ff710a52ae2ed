import { sql, type Kysely } from 'kysely';

/** Integrations and the record of their runs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table integration (
      account_id uuid not null references account (id),
      id uuid not null,
      provider text not null,
      state text not null check (state in ('choosing', 'active', 'paused', 'unlinked')),
      owner_member_id uuid,
      identity_name text,
      identity_email text,
      credential text,
      masked_credential jsonb not null,
      selection jsonb,
      known_containers text[] not null default '{}',
      root_task_id uuid,
      next_run_at timestamptz,
      paused_until timestamptz,
      pause_reason text,
      created_at timestamptz not null,
      primary key (account_id, id),
      unique (account_id, provider),
      foreign key (account_id, owner_member_id) references member (account_id, id)
    );
    create index integration_next_run on integration (next_run_at) where state = 'active';

    alter table task add foreign key (account_id, integration_id)
      references integration (account_id, id);

    create table run (
      account_id uuid not null,
      id uuid not null,
      integration_id uuid not null,
      trigger text not null,
      started_by uuid,
      started_at timestamptz not null,
      finished_at timestamptz,
      state text not null,
      selection jsonb,
      again text,
      done integer not null default 0,
      total integer,
      requests integer not null default 0,
      seen integer not null default 0,
      created integer not null default 0,
      renamed integer not null default 0,
      moved integer not null default 0,
      archived integer not null default 0,
      restored integer not null default 0,
      unchanged integer not null default 0,
      skipped integer not null default 0,
      reason text,
      primary key (account_id, id),
      foreign key (account_id, integration_id) references integration (account_id, id)
    );
    -- One run at a time for each integration; a preview applies nothing and may run beside it.
    create unique index run_single on run (account_id, integration_id, (trigger = 'preview'))
      where finished_at is null;
    create index run_history on run (account_id, integration_id, started_at desc);
    create index run_unfinished on run (started_at) where finished_at is null;

    create table run_change (
      account_id uuid not null,
      run_id uuid not null,
      seq integer not null,
      action text not null,
      kind text not null,
      name text not null,
      path text[] not null,
      task_id uuid,
      before text,
      after text,
      reason text,
      primary key (account_id, run_id, seq),
      foreign key (account_id, run_id) references run (account_id, id)
    );
  `.execute(db);
}
