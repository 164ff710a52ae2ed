import { listAudit } from '@timegrove/contract/audit.ts';
import type { Client } from '@timegrove/contract/client.ts';
import { addEntry, listEntries, listPeopleTracking } from '@timegrove/contract/entries.ts';
import { explainTask } from '@timegrove/contract/explanations.ts';
import { addGroup, listGroups } from '@timegrove/contract/groups.ts';
import {
  listIntegrations,
  listProviders,
  readIntegration,
} from '@timegrove/contract/integrations.ts';
import { invite, listInvitations, listMails, listMembers } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { listChanges, listRuns } from '@timegrove/contract/runs.ts';
import { readMe } from '@timegrove/contract/session.ts';
import { listSessions } from '@timegrove/contract/sessions.ts';
import { addTag, listTags } from '@timegrove/contract/tags.ts';
import {
  keepFavourite,
  listArchivedTasks,
  listAssignments,
  listFavouriteTasks,
  listRecentTasks,
  listTasks,
  listTrackableTasks,
  readTask,
  searchTasks,
  summarizeTask,
} from '@timegrove/contract/tasks.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { listTokens } from '@timegrove/contract/tokens.ts';
import type { TagId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aLink, syncedAgain, taskOf, type Link } from '../testing/integration.ts';
import { aServer, type TestServer } from '../testing/server.ts';
import { statementsDuring } from '../testing/statements.ts';
import { aVendor } from '../testing/vendor.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  aTask,
  type Person,
  type TestAccount,
} from '../testing/world.ts';

let server: TestServer;
let account: TestAccount;
let link: Link;
/** An imported project, and a project of the account itself. */
let imported: TaskId;
let own: TaskId;
let user: Person;
let manager: Person;

const monday = '2026-03-02';
const sunday = '2026-03-08';

/** What each screen asks for. */
const screens: Readonly<Record<string, (ask: Client) => readonly Promise<unknown>[]>> = {
  'every screen': (ask) => [ask(readMe), ask(readTimer)],
  'timesheet, day': (ask) => [
    ask(listEntries, { query: { from: monday, to: monday } }),
    ask(listPeopleTracking),
    ask(listTags),
  ],
  'timesheet, week': (ask) => [ask(listEntries, { query: { from: monday, to: sunday } })],
  'task picker': (ask) => [
    ask(searchTasks, { query: { q: 'task', for: 'track', limit: 50 } }),
    ask(listRecentTasks, { query: {} }),
    ask(listTrackableTasks, { query: {} }),
  ],
  projects: (ask) => [
    ask(listTasks, { query: {} }),
    ask(listTasks, { query: { parentId: own } }),
    ask(listFavouriteTasks),
    ask(listArchivedTasks, { query: {} }),
  ],
  search: (ask) => [ask(searchTasks, { query: { q: 'task', for: 'see', limit: 50 } })],
  'task panel': (ask) => [
    ask(readTask, { params: { taskId: own } }),
    ask(listAssignments, { params: { taskId: own } }),
    ask(summarizeTask, { params: { taskId: own } }),
  ],
  people: (ask) => [ask(listMembers), ask(listGroups)],
  profile: (ask) => [ask(listSessions), ask(listTokens, { query: {} })],
};

const administratorScreens: typeof screens = {
  'panel of an imported task': (ask) => [ask(explainTask, { params: { taskId: imported } })],
  invitations: (ask) => [ask(listInvitations)],
  outbox: (ask) => [ask(listMails)],
  integrations: (ask) => [ask(listProviders), ask(listIntegrations)],
  'one integration': (ask) => [
    ask(readIntegration, { params: { integrationId: link.id } }),
    ask(listRuns, { params: { integrationId: link.id }, query: {} }),
  ],
  'changes of a run': (ask) => [ask(listChanges, { params: { runId: link.run.id }, query: {} })],
  audit: (ask) => [ask(listAudit, { query: {} })],
};

beforeAll(async () => {
  const vendor = await aVendor('meistertask');
  server = await aServer({ sandboxUrl: vendor.url });
  account = await anAccount(server);
  const site = vendor.create('project', 'Site');
  vendor.create('task', 'First task', vendor.create('list', 'To do', site));
  link = await aLink(account, vendor);
  imported = await taskOf({ account }, site);
  own = await aTask(account, { name: 'Own project' });
  await aTask(account, { name: 'Own task', parent: own });
  user = await aMember(account);
  manager = await aMember(account);
  await anAssignment(account, own, user);
  await anAssignment(account, own, manager, 'project-manager');
  await more(1);
});

/** Makes so many more of everything that the screens show. */
async function more(count: number): Promise<void> {
  const { ask } = account.administrator;
  const { vendor } = link;
  for (let at = 0; at < count; at += 1) {
    const word = `${count}-${at}`;
    const list = vendor.create('list', `List ${word}`, vendor.create('project', `Site ${word}`));
    vendor.create('task', `Task ${word}`, list);
    const project = await aTask(account, { name: `Project ${word}` });
    const task = await aTask(account, { name: `Task ${word}`, parent: own });
    await aTask(account, { name: `Task below ${word}`, parent: task });
    await aTask(account, { name: `Old task ${word}`, parent: own, archived: true });
    const member = await aMember(account, { name: `Member ${word}` });
    await anAssignment(account, own, member);
    await anAssignment(account, project, user, 'project-manager');
    const memberIds = [member.memberId, user.memberId];
    await ask(addGroup, { body: { id: newId<'group'>(), name: `Group ${word}`, memberIds } });
    const tag = await ask(addTag, { body: { id: newId<'tag'>(), name: `Tag ${word}` } });
    const email = `guest-${word}@example.test`;
    await ask(invite, { body: { id: newId<'invitation'>(), email, role: 'user' } });
    for (const person of [user, manager, member]) await tracks(person, task, tag.id, at);
    await user.ask(keepFavourite, { params: { taskId: task } });
  }
  await syncedAgain(link);
}

async function tracks(person: Person, taskId: TaskId, tagId: TagId, at: number): Promise<void> {
  for (const day of [monday, '2026-03-01']) {
    const startedAt = `${day}T05:${String(10 + at)}:00.000Z`;
    const stoppedAt = startedAt.replace(':00.000Z', ':30.000Z');
    const what = { taskId, tagIds: [tagId], zone: 'Europe/Berlin' };
    await person.ask(addEntry, { body: { id: newId<'entry'>(), ...what, startedAt, stoppedAt } });
  }
}

/** How many statements each screen takes for somebody, one request after the other. */
async function countAll(of: typeof screens, ask: Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, requests] of Object.entries(of)) {
    counts[name] = await statementsDuring(server.database, () => Promise.all(requests(ask)));
  }
  return counts;
}

describe('the statements of a screen', () => {
  it('are as many however much there is', async () => {
    const both = { ...screens, ...administratorScreens };
    const people = [
      ['administrator', both, account.administrator.ask],
      ['project manager', screens, manager.ask],
      ['user', screens, user.ask],
    ] as const;
    const few = new Map<string, Record<string, number>>();
    for (const [who, of, ask] of people) few.set(who, await countAll(of, ask));
    await more(12);
    for (const [who, of, ask] of people) {
      const many = await countAll(of, ask);
      expect(many, who).toEqual(few.get(who));
      expect(Object.values(many).every((count) => count > 0)).toBe(true);
    }
    // There is more on the screens indeed.
    const { ask } = account.administrator;
    expect((await ask(listMembers)).members.length).toBeGreaterThan(12);
    expect((await ask(listTasks, { query: { parentId: own } })).tasks.length).toBeGreaterThan(12);
    expect((await ask(listAudit, { query: {} })).audited.length).toBeGreaterThan(24);
    const { entries } = await user.ask(listEntries, { query: { from: monday, to: monday } });
    expect(entries.length).toBeGreaterThan(12);
  });
});
