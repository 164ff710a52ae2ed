import type {
  AccountId,
  AuditId,
  EntryId,
  GroupId,
  IntegrationId,
  InvitationId,
  MailId,
  MemberId,
  RunId,
  TagId,
  TaskId,
  TokenId,
  UserId,
} from '@timegrove/domain/id.ts';
import type { Language } from '@timegrove/domain/people/language.ts';
import type { AccountRole, AssignmentOrigin, ProjectRole } from '@timegrove/domain/people/role.ts';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { ArchivedReason } from '@timegrove/domain/tree/task.ts';
import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';

type Moment = ColumnType<Date, Date, Date>;
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

interface AccountTable {
  id: AccountId;
  name: string;
  created_at: Moment;
  /** ISO 4217. */
  currency: Generated<string>;
  zone: Generated<string>;
  /** 1 is Monday, 7 is Sunday. */
  week_start: Generated<number>;
  /** Durations are shown rounded to so many minutes; 0 shows them as they are. */
  rounding_minutes: Generated<number>;
  entries_by_hand: Generated<boolean>;
  overlaps_allowed: Generated<boolean>;
  /** Time whose day is more than so many days ago cannot be changed; null locks nothing. */
  lock_after_days: number | null;
  long_timer_hours: Generated<number>;
}

interface MemberTable {
  account_id: AccountId;
  id: MemberId;
  user_id: UserId;
  name: string;
  email: string;
  role: AccountRole;
  active: Generated<boolean>;
  zone: string;
  joined_at: Moment;
  /** When the member last pressed Force synchronization. */
  forced_at: MaybeMoment;
  language: Language | null;
  /** 1 is Monday, 7 is Sunday; null follows the account. */
  week_start: number | null;
  /** Minutes to work on each day from Monday to Sunday. */
  working_minutes: Generated<number[]>;
  /** After so many minutes away the clients ask; null never asks. */
  idle_minutes: ColumnType<number | null, number | null | undefined, number | null>;
}

interface MemberGroupTable {
  account_id: AccountId;
  id: GroupId;
  name: string;
  created_at: Moment;
}

interface MemberOfGroupTable {
  account_id: AccountId;
  group_id: GroupId;
  member_id: MemberId;
}

interface ApiTokenTable {
  account_id: AccountId;
  id: TokenId;
  member_id: MemberId;
  name: string;
  scopes: TokenScope[];
  /** SHA-256 of the token, as hex. */
  token_hash: string;
  /** The last four characters, to recognise it by. */
  ending: string;
  created_at: Moment;
  expires_at: MaybeMoment;
  last_used_at: MaybeMoment;
  revoked_at: MaybeMoment;
}

interface InvitationTable {
  account_id: AccountId;
  id: InvitationId;
  email: string;
  role: AccountRole;
  /** SHA-256 of the token in the link, as hex. */
  token_hash: string;
  invited_by: MemberId;
  created_at: Moment;
  expires_at: Moment;
  accepted_at: MaybeMoment;
  revoked_at: MaybeMoment;
}

interface TaskTable {
  account_id: AccountId;
  id: TaskId;
  parent_id: TaskId | null;
  /** The ids from the root down to the task itself. */
  lineage: TaskId[];
  name: string;
  note: Generated<string>;
  color: string | null;
  billable: Generated<boolean>;
  tag_ids: Generated<TagId[]>;
  keywords: Generated<string[]>;
  budget_minutes: number | null;
  archived_at: MaybeMoment;
  archived_reason: ArchivedReason | null;
  /** The item of an imported task: integration, kind, remote id. The root has kind `root`. */
  integration_id: IntegrationId | null;
  item_kind: string | null;
  item_id: string | null;
  item_url: string | null;
  created_run_id: RunId | null;
  created_by: MemberId | null;
  created_at: Generated<Date>;
}

interface TagTable {
  account_id: AccountId;
  id: TagId;
  name: string;
  color: string | null;
  archived_at: MaybeMoment;
  created_at: Moment;
}

interface FavouriteTable {
  account_id: AccountId;
  member_id: MemberId;
  task_id: TaskId;
  created_at: Moment;
}

interface AssignmentTable {
  account_id: AccountId;
  task_id: TaskId;
  member_id: MemberId;
  /** Null when a person took away what a rule had given; it stays so for good (rule 7). */
  role: ProjectRole | null;
  origin: AssignmentOrigin;
  changed_at: Moment;
}

interface EntryTable {
  account_id: AccountId;
  id: EntryId;
  member_id: MemberId;
  task_id: TaskId | null;
  started_at: Moment;
  stopped_at: MaybeMoment;
  zone: string;
  /** The calendar day on which it started in its zone. */
  day: string;
  note: Generated<string>;
  billable: Generated<boolean>;
  tag_ids: Generated<TagId[]>;
  /** Somebody else than its member changed it last, and when. */
  changed_by: MemberId | null;
  changed_at: MaybeMoment;
  /** When a person last changed its times by hand; a late stop no longer moves its end. */
  edited_at: MaybeMoment;
  deleted_at: MaybeMoment;
  created_at: Moment;
}

interface IntegrationTable {
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

interface RunTable {
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

interface RunChangeTable {
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

interface MailTable {
  account_id: AccountId;
  id: MailId;
  to_address: string;
  subject: string;
  text: string;
  html: string;
  created_at: Moment;
  sent_at: MaybeMoment;
  failure: string | null;
}

interface AuditTable {
  account_id: AccountId;
  id: AuditId;
  at: Moment;
  member_id: MemberId;
  action: string;
  /** The kind and the id of what it was done to, and how it was called at that time. */
  thing: string;
  thing_id: string | null;
  name: string;
  /** What was before and what is after, by field. */
  changes: JSONColumnType<Readonly<Record<string, { before: unknown; after: unknown }>>>;
}

/** Every table of ours; the identity library keeps its own beside them. */
export interface Schema {
  account: AccountTable;
  member: MemberTable;
  member_group: MemberGroupTable;
  member_of_group: MemberOfGroupTable;
  api_token: ApiTokenTable;
  invitation: InvitationTable;
  tag: TagTable;
  task: TaskTable;
  favourite: FavouriteTable;
  assignment: AssignmentTable;
  entry: EntryTable;
  integration: IntegrationTable;
  run: RunTable;
  run_change: RunChangeTable;
  mail: MailTable;
  audit: AuditTable;
}

/** The database outside a transaction; only the door and the job runner hold it. */
export type Database = Kysely<Schema>;

/** What a verb works with: a transaction for a write, the plain database for a read. */
export type Db = Kysely<Schema> | Transaction<Schema>;
