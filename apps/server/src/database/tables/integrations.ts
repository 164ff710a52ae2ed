import type { AccountId, IntegrationId, MemberId, RunId, TaskId } from '@timegrove/domain/id.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { Generated, JSONColumnType } from 'kysely';
import type { MaybeMoment, Moment } from './moment.ts';

/** A provider enabled for an account. */
export interface IntegrationTable {
  account_id: AccountId;
  id: IntegrationId;
  provider: string;
  state: 'choosing' | 'active' | 'paused' | 'unlinked';
  owner_member_id: MemberId | null;
  identity_name: string | null;
  identity_email: string | null;
  /** AES-256-GCM, see features/integrations/vault.ts; null once unlinked. */
  credential: string | null;
  masked_credential: JSONColumnType<Record<string, string>>;
  selection: JSONColumnType<Selection | null, string | null, string | null>;
  /** The selectable items that were known when the selection was saved; others are new. */
  known_containers: Generated<string[]>;
  root_task_id: TaskId | null;
  next_run_at: MaybeMoment;
  paused_until: MaybeMoment;
  pause_reason: string | null;
  created_at: Moment;
}

/** The record of one sync. */
export interface RunTable {
  account_id: AccountId;
  id: RunId;
  integration_id: IntegrationId;
  trigger: 'enable' | 'save' | 're-enable' | 'hourly' | 'force' | 'approval' | 'preview';
  started_by: MemberId | null;
  started_at: Moment;
  finished_at: MaybeMoment;
  state:
    | 'waiting'
    | 'reading'
    | 'applying'
    | 'done'
    | 'partial'
    | 'held'
    | 'previewed'
    | 'failed'
    | 'cancelled';
  /** The selection that a preview looks at; null for the stored one. */
  selection: JSONColumnType<Selection | null, string | null, string | null>;
  /** A trigger that came while this run was under way and needs one more run after it. */
  again: 'save' | 're-enable' | 'approval' | null;
  done: Generated<number>;
  total: number | null;
  requests: Generated<number>;
  pages: Generated<number>;
  seen: Generated<number>;
  created: Generated<number>;
  renamed: Generated<number>;
  moved: Generated<number>;
  archived: Generated<number>;
  restored: Generated<number>;
  unchanged: Generated<number>;
  skipped: Generated<number>;
  reason: string | null;
}

/** One thing that a sync did, or left alone. */
export interface RunChangeTable {
  account_id: AccountId;
  run_id: RunId;
  seq: number;
  action: 'created' | 'renamed' | 'moved' | 'archived' | 'restored' | 'skipped';
  kind: string;
  name: string;
  path: string[];
  task_id: TaskId | null;
  before: string | null;
  after: string | null;
  reason: string | null;
}
