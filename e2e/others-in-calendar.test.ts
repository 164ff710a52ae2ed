import { addTask, assign } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { drag, events, expectEvents, point, shift } from './stage/calendar.ts';
import { demo, signIn, type Login } from './stage/sign-in.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
const monday = '2025-08-04';
const theo: Login = { email: 'theo@demo.example', password: 'demo-password' };
let ada: Page;
let uma: Page;

async function aWindow(login: Login): Promise<Page> {
  const page = await stage.window();
  await signIn(page, stage.url, login);
  return page;
}

beforeAll(async () => {
  [ada, uma] = [await aWindow(demo.administrator), await aWindow(demo.user)];
  const branch = await aTask('Theo leads here');
  const task = await aTask('Inside', branch);
  const [led, tracked] = [await memberOf(theo), await memberOf(demo.user)];
  await assigned(branch, led, 'project-manager');
  await assigned(branch, tracked, 'regular-user');
  await add('07:00', '09:00', 'On the branch', task);
  await add('10:00', '11:00', 'Elsewhere', null);
}, 120_000);

async function aTask(name: string, parentId: string | null = null): Promise<string> {
  const id = newId<'task'>();
  await ask(ada, addTask.method, addTask.path, { id, parentId, name });
  return id;
}

async function memberOf({ email }: Login): Promise<string> {
  const { members } = await ask(ada, 'GET', '/api/members');
  const found = members.find((member: { id: string; email: string }) => member.email === email);
  return found.id;
}

async function assigned(taskId: string, memberId: string, role: string): Promise<void> {
  const path = assign.path.replace(':taskId', taskId).replace(':memberId', memberId);
  await ask(ada, assign.method, path, { role });
}

async function add(from: string, to: string, note: string, taskId: string | null): Promise<void> {
  await ask(uma, 'POST', '/api/entries', {
    id: newId<'entry'>(),
    taskId,
    startedAt: `${monday}T${from}:00Z`,
    stoppedAt: `${monday}T${to}:00Z`,
    zone: 'Europe/Berlin',
    note,
  });
}

/** Uma's entries of a day as the server has them, in UTC: two hours behind the screen. */
async function stored(day = monday): Promise<string[]> {
  const { entries } = await ask(uma, 'GET', `/api/entries?from=${day}&to=${day}`);
  return entries.map(
    ({ startedAt, stoppedAt, note }: Record<'startedAt' | 'stoppedAt' | 'note', string>) =>
      `${startedAt.slice(11, 16)}–${stoppedAt.slice(11, 16)} ${note}`,
  );
}

async function openUmas(page: Page): Promise<void> {
  await page.goto(`${stage.url}/?view=calendar&day=${monday}`);
  await page.getByRole('combobox', { name: 'Whose time' }).click();
  await page.getByRole('option', { name: 'Uma Rowan' }).click();
  await page.getByRole('heading', { name: 'Uma Rowan’s timesheet' }).waitFor();
  await page.locator('.calendar-lane').first().waitFor();
}

describe('who may only look', () => {
  const before = ['07:00–09:00 On the branch', '10:00–11:00 Elsewhere'];

  it.each([
    [
      'a supervisor sees everything of their people',
      demo.supervisor,
      [/On the branch/, /Elsewhere/],
    ],
    ['a project manager what is on the branch', theo, [/On the branch/]],
  ])('%s', async (_, login, seen) => {
    const page = await aWindow(login);
    await openUmas(page);
    await expectEvents(page, seen);
    await shift(events(page).first(), { rows: 2 });
    await shift(events(page).first(), { rows: 1, end: true });
    await events(page).first().click();
    await drag(page, await point(page, 2, 9), await point(page, 2, 10));
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.waitForTimeout(500);
    expect(await stored()).toEqual(before);
    await expectEvents(page, seen);
    await page.context().close();
  });

  it('a user has only the own time', async () => {
    await uma.goto(`${stage.url}/?view=calendar&day=${monday}`);
    await expectEvents(uma, [/On the branch/, /Elsewhere/]);
    expect(await uma.getByRole('combobox', { name: 'Whose time' }).count()).toBe(0);
  });
});

describe('an administrator', () => {
  it('moves, stretches and draws it, and it shows who did', async () => {
    await openUmas(ada);
    await expectEvents(ada, [/On the branch/, /Elsewhere/]);
    await shift(events(ada).filter({ hasText: 'Elsewhere' }), { rows: 1, columns: 1 });
    await expect.poll(() => stored('2025-08-05')).toEqual(['11:00–12:00 Elsewhere']);
    await expectEvents(ada, [/On the branch/, /13:00–14:00 1:00 Elsewhere/]);
    await shift(events(ada).filter({ hasText: 'On the branch' }), { rows: 1, end: true });
    await expect.poll(() => stored()).toEqual(['07:00–10:00 On the branch']);
    await drag(ada, await point(ada, 2, 9), await point(ada, 2, 9.92));
    const drawer = ada.getByRole('dialog', { name: 'Add time' });
    await drawer.getByLabel('Note').fill('Forgotten');
    await drawer.getByRole('button', { name: 'Add time' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await expect.poll(() => stored('2025-08-06')).toEqual(['07:00–08:00 Forgotten']);
    // Her own calendar shows it without being asked.
    await expectEvents(uma, [/09:00–12:00 3:00/, /13:00–14:00/, /Forgotten/]);
    await uma.goto(`${stage.url}/?day=${monday}`);
    await uma.getByText(/changed by Ada Linden/).waitFor();
  });

  it('reads in the audit log what it was before, in words', async () => {
    await ada.goto(`${stage.url}/settings/audit`);
    const lines = ada.locator('.audit-line');
    await lines.filter({ hasText: 'Uma Rowan, 5 Aug 2025' }).first().waitFor();
    const moved = await lines.filter({ hasText: 'Uma Rowan, 5 Aug 2025' }).first().innerText();
    expect(moved.replaceAll(/\s+/g, ' ')).toMatch(
      /changed .*Start 4 Aug 2025, 12:00:00 → 5 Aug 2025, 13:00:00 End 4 Aug 2025, 13:00:00 → 5 Aug 2025, 14:00:00/,
    );
    const added = await lines.filter({ hasText: 'Uma Rowan, 6 Aug 2025' }).first().innerText();
    expect(added).not.toMatch(/[{}[\]"]|–/);
  });
});
