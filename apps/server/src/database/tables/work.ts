import type {
  AccountId,
  EntryId,
  IntegrationId,
  MemberId,
  RunId,
  TagId,
  TaskId,
} from '@timegrove/domain/id.ts';
import type { AssignmentOrigin, ProjectRole } from '@timegrove/domain/people/role.ts';
import type { ArchivedReason } from '@timegrove/domain/tree/task.ts';
import type { Generated } from 'kysely';
import type { MaybeMoment, Moment } from './moment.ts';

/** A word to put on tasks and entries. */
export interface TagTable {
  account_id: AccountId;
  id: TagId;
  name: string;
  color: string | null;
  archived_at: MaybeMoment;
  created_at: Moment;
}

/** A node of the tree, own or imported. */
export interface TaskTable {
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

/** A task that a member keeps at hand. */
export interface FavouriteTable {
  account_id: AccountId;
  member_id: MemberId;
  task_id: TaskId;
  created_at: Moment;
}

/** Who may track on a task, with which role. */
export interface AssignmentTable {
  account_id: AccountId;
  task_id: TaskId;
  member_id: MemberId;
  /** Null when a person took away what a rule had given; it stays so for good (rule 7). */
  role: ProjectRole | null;
  origin: AssignmentOrigin;
  changed_at: Moment;
}

/** A stretch of time; a running timer has no end. */
export interface EntryTable {
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
