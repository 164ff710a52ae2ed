import type { Kysely, Transaction } from 'kysely';
import type { IntegrationTable, RunChangeTable, RunTable } from './tables/integrations.ts';
import type {
  AccountTable,
  ApiTokenTable,
  AuditTable,
  ConnectionRequestTable,
  IdempotencyKeyTable,
  InvitationTable,
  MailTable,
  MemberGroupTable,
  MemberOfGroupTable,
  MemberTable,
} from './tables/people.ts';
import type {
  AssignmentTable,
  EntryTable,
  FavouriteTable,
  TagTable,
  TaskTable,
} from './tables/work.ts';

/** Every table of ours; the identity library keeps its own beside them. */
export interface Schema {
  account: AccountTable;
  member: MemberTable;
  member_group: MemberGroupTable;
  member_of_group: MemberOfGroupTable;
  api_token: ApiTokenTable;
  connection_request: ConnectionRequestTable;
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
  idempotency_key: IdempotencyKeyTable;
}

/** The database outside a transaction; only the door and the job runner hold it. */
export type Database = Kysely<Schema>;

/** What a verb works with: a transaction for a write, the plain database for a read. */
export type Db = Kysely<Schema> | Transaction<Schema>;
