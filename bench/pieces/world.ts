import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, IntegrationId, MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { Credential } from '@timegrove/domain/provider.ts';
import { executeRun } from '../../apps/server/src/features/sync/execute-run.ts';
import type { Engine } from '../../apps/server/src/features/sync/engine.ts';
import type { RunKey } from '../../apps/server/src/features/sync/read-work.ts';

/** Somebody with a session. */
export interface Person {
  readonly memberId: MemberId;
  readonly cookie: string;
}

/** An account with its people; the first is the administrator. */
export interface World {
  readonly accountId: AccountId;
  readonly people: readonly Person[];
}

/** Makes an account with an administrator and as many users as are wanted besides, all signed in. */
export async function aWorld(engine: Engine, users: number): Promise<World> {
  const accountId = newId<'account'>();
  const account = { id: accountId, name: 'Bench', created_at: engine.now() };
  await engine.database.db.insertInto('account').values(account).execute();
  const people: Person[] = [];
  for (let at = 0; at <= users; at += 1) people.push(await aPerson(engine, accountId, at));
  return { accountId, people };
}

async function aPerson(engine: Engine, accountId: AccountId, at: number): Promise<Person> {
  const { database, house, now } = engine;
  const memberId = newId<'member'>();
  const login = { email: `person-${at}@bench.test`, password: 'correct horse battery' };
  const name = `Person ${at}`;
  const userId = await house.identity.signUp({ ...login, name });
  const { cookies } = await house.identity.signIn(login);
  await database.db
    .insertInto('member')
    .values({
      account_id: accountId,
      id: memberId,
      user_id: userId,
      name,
      email: login.email,
      role: at === 0 ? 'administrator' : 'user',
      zone: 'Europe/Berlin',
      joined_at: now(),
    })
    .execute();
  return { memberId, cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') };
}

/** Links an account with a vendor, with everything selected; no run is started. */
export async function anIntegration(
  { database, house, now }: Engine,
  { accountId, people }: World,
  provider: string,
  credential: Credential = {},
): Promise<IntegrationId> {
  const id = newId<'integration'>();
  await database.db
    .insertInto('integration')
    .values({
      account_id: accountId,
      id,
      provider,
      state: 'active',
      owner_member_id: people[0]?.memberId ?? null,
      credential: house.vault.seal(credential, id),
      masked_credential: '{}',
      selection: JSON.stringify({ mode: 'all' }),
      created_at: now(),
    })
    .execute();
  return id;
}

/** Puts a run down that waits to be carried out. */
export async function aWaitingRun(
  { database, now }: Engine,
  accountId: AccountId,
  integrationId: IntegrationId,
): Promise<RunKey> {
  const runId = newId<'run'>();
  await database.db
    .insertInto('run')
    .values({
      account_id: accountId,
      id: runId,
      integration_id: integrationId,
      trigger: 'force',
      started_at: now(),
      state: 'waiting',
    })
    .execute();
  return { accountId, runId };
}

/** Carries a run out and gives its record. @throws Error unless it ended well */
export async function carryOut(engine: Engine, key: RunKey) {
  await executeRun(engine, key);
  const run = await engine.database.db
    .selectFrom('run')
    .selectAll()
    .where('account_id', '=', key.accountId)
    .where('id', '=', key.runId)
    .executeTakeFirstOrThrow();
  if (run.state !== 'done') throw new Error(`The run ended as ${run.state}: ${run.reason}`);
  return run;
}

/** Assigns a person to a task as somebody who may track there. */
export async function assign(
  { database, now }: Engine,
  { accountId }: World,
  task_id: TaskId,
  { memberId }: Person,
): Promise<void> {
  await database.db
    .insertInto('assignment')
    .values({
      account_id: accountId,
      task_id,
      member_id: memberId,
      role: 'regular-user',
      origin: 'hand',
      changed_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
