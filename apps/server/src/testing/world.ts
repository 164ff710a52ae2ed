import type { Client } from '@timegrove/contract/client.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, IntegrationId, MemberId, TaskId, UserId } from '@timegrove/domain/id.ts';
import type { AccountRole, ProjectRole } from '@timegrove/domain/people/role.ts';
import type { TestServer } from './server.ts';

/** Somebody who can ask the server, through HTTP, with a session. */
export interface Person {
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly email: string;
  readonly password: string;
  readonly cookie: string;
  readonly ask: Client;
}

/** An account with its first administrator. */
export interface TestAccount {
  readonly server: TestServer;
  readonly id: AccountId;
  readonly administrator: Person;
}

/** Makes an account; accounts are walls, so tests in one file can share a server. */
export async function anAccount(server: TestServer): Promise<TestAccount> {
  const id = newId<'account'>();
  await server.database.db
    .insertInto('account')
    .values({ id, name: `Account ${id.slice(-4)}`, created_at: server.clock.now() })
    .execute();
  return { server, id, administrator: await joins(server, id, { role: 'administrator' }) };
}

interface MemberTraits {
  readonly role?: AccountRole;
  readonly name?: string;
  readonly email?: string;
  readonly zone?: string;
  readonly active?: boolean;
}

/** Makes a member of the account who is signed in. */
export async function aMember(account: TestAccount, traits: MemberTraits = {}): Promise<Person> {
  return joins(account.server, account.id, traits);
}

async function joins(
  server: TestServer,
  accountId: AccountId,
  traits: MemberTraits,
): Promise<Person> {
  const memberId = newId<'member'>();
  const email = traits.email ?? `member-${memberId}@example.test`;
  const name = traits.name ?? 'Robin';
  const password = 'correct horse battery';
  const userId = await server.house.identity.signUp({ name, email, password });
  const { cookies } = await server.house.identity.signIn({ email, password });
  await server.database.db
    .insertInto('member')
    .values({
      account_id: accountId,
      id: memberId,
      user_id: userId,
      name,
      email,
      role: traits.role ?? 'user',
      active: traits.active ?? true,
      zone: traits.zone ?? 'Europe/Berlin',
      joined_at: server.clock.now(),
    })
    .execute();
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  return { memberId, userId, email, password, cookie, ask: server.askWith({ cookie }) };
}

interface TaskTraits {
  readonly name?: string;
  readonly parent?: TaskId;
  readonly archived?: boolean;
  /** The integration it is imported by. */
  readonly imported?: IntegrationId;
  readonly kind?: string;
  readonly remoteId?: string;
  readonly url?: string;
  readonly billable?: boolean;
}

/** Puts a task into the tree, own or imported. */
export async function aTask(account: TestAccount, traits: TaskTraits = {}): Promise<TaskId> {
  const { db } = account.server.database;
  const id = newId<'task'>();
  const parent =
    traits.parent === undefined
      ? undefined
      : await db
          .selectFrom('task')
          .select('lineage')
          .where('account_id', '=', account.id)
          .where('id', '=', traits.parent)
          .executeTakeFirstOrThrow();
  await db
    .insertInto('task')
    .values({
      account_id: account.id,
      id,
      parent_id: traits.parent ?? null,
      lineage: [...(parent?.lineage ?? []), id],
      name: traits.name ?? 'A task',
      ...(traits.billable !== undefined && { billable: traits.billable }),
      ...(traits.archived === true && {
        archived_at: account.server.clock.now(),
        archived_reason: 'by-hand',
      }),
      ...(traits.imported !== undefined && {
        integration_id: traits.imported,
        item_kind: traits.kind ?? 'task',
        item_id: traits.remoteId ?? id,
        item_url: traits.url ?? null,
      }),
    })
    .execute();
  return id;
}

/** Assigns a member to a task, by hand unless told. */
export async function anAssignment(
  account: TestAccount,
  task: TaskId,
  member: Person,
  role: ProjectRole = 'regular-user',
  origin: 'rule' | 'hand' = 'hand',
): Promise<void> {
  await account.server.database.db
    .insertInto('assignment')
    .values({
      account_id: account.id,
      task_id: task,
      member_id: member.memberId,
      role,
      origin,
      changed_at: account.server.clock.now(),
    })
    .execute();
}

/** Makes an integration without a credential, for tests that only need imported tasks to be read-only. */
export async function anIntegration(
  account: TestAccount,
  state: 'active' | 'unlinked' = 'active',
  provider = 'meistertask',
): Promise<IntegrationId> {
  const id = newId<'integration'>();
  await account.server.database.db
    .insertInto('integration')
    .values({
      account_id: account.id,
      id,
      provider,
      state,
      owner_member_id: account.administrator.memberId,
      masked_credential: '{}',
      created_at: account.server.clock.now(),
    })
    .execute();
  return id;
}
