import { newId } from '@timegrove/contract/new-id.ts';
import { addTag, changeTag, listTags, type Tag } from '@timegrove/contract/tags.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

let server: TestServer;
let account: TestAccount;
let kim: Person;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  account = await anAccount(server);
  kim = await aMember(account);
});

async function adds(name: string, person = account.administrator, id = newId<'tag'>()) {
  return person.ask(addTag, { body: { id, name } });
}

async function changes(
  person: Person,
  tagId: TagId,
  body: { name?: string; color?: string | null; archived?: boolean },
): Promise<Tag> {
  return person.ask(changeTag, { params: { tagId }, body });
}

async function lists(person = kim): Promise<readonly Tag[]> {
  return (await person.ask(listTags)).tags;
}

describe('who may make and change tags', () => {
  it('needs a session', async () => {
    const body = { id: newId<'tag'>(), name: 'Urgent' };
    expect((await refusalOf(server.ask(addTag, { body }))).code).toBe('session-needed');
    expect((await refusalOf(server.ask(listTags))).code).toBe('session-needed');
  });

  it("does not find another account's, and both may have the same name", async () => {
    const stranger = await anAccount(server);
    const { id } = await adds('Urgent');
    expect((await refusalOf(changes(stranger.administrator, id, { name: 'Mine' }))).code).toBe(
      'not-found',
    );
    expect((await adds('Urgent', stranger.administrator)).name).toBe('Urgent');
    expect(await lists(stranger.administrator)).toHaveLength(1);
  });

  it('is for administrators, supervisors and project managers; everybody sees them', async () => {
    const { id } = await adds('By the administrator');
    await adds('By a supervisor', await aMember(account, { role: 'supervisor' }));
    expect((await refusalOf(adds('By Kim', kim))).code).toBe('right-needed');
    expect((await refusalOf(changes(kim, id, { name: 'By Kim' }))).code).toBe('right-needed');
    expect((await kim.ask(listTags)).mayChange).toBe(false);
    await anAssignment(account, await aTask(account), kim, 'project-manager');
    expect((await kim.ask(listTags)).mayChange).toBe(true);
    await adds('By Kim', kim);
    expect((await lists()).map((tag) => tag.name)).toEqual([
      'By a supervisor',
      'By Kim',
      'By the administrator',
    ]);
  });
});

describe('a tag', () => {
  it('has a name of its own, whatever the case of its letters', async () => {
    await adds('Urgent');
    expect(await refusalOf(adds('uRGENT'))).toMatchObject({
      code: 'tag-name-taken',
      status: 409,
      message: 'There already is a tag called “uRGENT”.',
    });
    const { id } = await adds('Later');
    expect((await refusalOf(changes(account.administrator, id, { name: 'URGENT' }))).code).toBe(
      'tag-name-taken',
    );
    expect((await changes(account.administrator, id, { name: 'LATER' })).name).toBe('LATER');
  });

  it('is made once when it is sent again', async () => {
    const id = newId<'tag'>();
    const tag = await adds('Urgent', account.administrator, id);
    expect(await adds('Urgent', account.administrator, id)).toEqual(tag);
    expect((await refusalOf(adds('Other', account.administrator, id))).code).toBe('id-taken');
    expect(await lists()).toEqual([tag]);
  });

  it('is renamed, coloured, archived and brought back', async () => {
    const { id } = await adds('Urgent');
    expect(await changes(account.administrator, id, { color: '#2f9e44' })).toEqual({
      id,
      name: 'Urgent',
      color: '#2f9e44',
      archived: false,
    });
    await changes(account.administrator, id, { archived: true });
    expect(await lists()).toMatchObject([{ archived: true, color: '#2f9e44' }]);
    await changes(account.administrator, id, { archived: false, color: null });
    expect(await lists()).toEqual([{ id, name: 'Urgent', color: null, archived: false }]);
  });

  it.each([
    [{ name: ' ' }, 'body.name'],
    [{ name: 'x'.repeat(61) }, 'body.name'],
    [{ color: 'red' }, 'body.color'],
  ])('refuses %j', async (body, field) => {
    const { id } = await adds('Urgent');
    expect(await refusalOf(changes(account.administrator, id, body))).toMatchObject({
      code: 'input-invalid',
      field,
    });
  });
});
