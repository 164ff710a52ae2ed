import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { alive } from './stage/board.ts';
import { helpPicture } from './stage/help-picture.ts';
import { askToUnlink, force, giveCredential, openEnable } from './stage/integration.ts';
import { goTo, lineOf, namesInTree, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';
import { endThere, moveThere, openThere, renameThere } from './stage/vendor-board.ts';

const stage = useStage('filled');

const workspace = 'Atelier Siebenpunkt';
const project = 'Lumen Dental: Loyalty club';
const list = 'Backlog';
const tracked = 'Draft team page';
const renamed = 'Draft the team page';

// One story, told in order: each part begins where the one before has ended.
let admin: Page;
let user: Page;
let credential: Record<string, string> = {};

beforeAll(async () => {
  [admin, user] = [await stage.window(), await stage.window()];
  await signIn(admin, stage.url, demo.administrator);
  await signIn(user, stage.url, demo.user);
  const { email = '', password = '' } = (await stage.vendorOf('planner').credentials()).demo;
  credential = { 'E-mail address': email, Password: password };
});

/** Opens the tree of Projects down to the lists of the project that this story is about. */
async function openProject(page: Page): Promise<void> {
  await goTo(page, 'Projects');
  for (const name of ['Planner', workspace, project, list]) await openBranch(page, name);
}

/** The line of the timesheet with the time on a task. */
function timeOn(page: Page, task: string): Locator {
  return page.getByRole('main').getByRole('button', { name: new RegExp(`^${task}`) });
}

describe('enabling Planner', () => {
  it('refuses a wrong password in the words of Planner', async () => {
    stage.expectAnswer(admin, { status: 422, path: '/api/integrations' });
    const dialog = await openEnable(admin, 'Planner');
    await helpPicture(admin, 'planner', 'enable');
    await giveCredential(dialog, { ...credential, Password: 'not-my-password' });
    await dialog
      .getByRole('alert')
      .getByText(
        'Planner refused this credential: The e-mail address or the password is incorrect.',
      )
      .waitFor();
  });

  it('starts the import without asking what, and tells how far it is', async () => {
    const vendor = stage.vendorOf('planner');
    await vendor.faults([{ kind: 'slow', milliseconds: 250, path: '/tasks' }]);
    await giveCredential(admin.getByRole('dialog'), credential);
    await admin.getByText('Reading Planner…').waitFor();
    await admin.getByText(/^[1-9]\d* items read · \d+ requests/).waitFor();
    await vendor.faults([]);
    const wanted = alive(await vendor.tree()).length;
    await admin.getByText(`${wanted} tasks came in`).waitFor();
    expect(await admin.getByRole('tab').allInnerTexts()).toEqual(['Overview', 'History']);
  });

  it('keeps no password', async () => {
    const facts = admin.locator('.facts > div');
    await facts.filter({ hasText: 'Password' }).getByText('not kept').waitFor();
    await admin.getByText('In step').waitFor();
    await helpPicture(admin, 'planner', 'settings');
  });
});

describe('a second member', () => {
  it('has everything at once, and tracks on it', async () => {
    await openProject(user);
    await lineOf(user, tracked).waitFor();
    await pick(user, tracked);
    await startButton(user).click();
    await stopButton(user).waitFor();
    await goTo(user, 'Timesheet');
    await timeOn(user, tracked).waitFor();
    await helpPicture(user, 'planner', 'timesheet');
    await stopButton(user).click();
    await startButton(user).waitFor();
  });
});

describe('what is done in Planner', () => {
  const moved = 'Plan team page & handover';
  const archived = 'Review loading times for phones';
  const deleted = 'Translate search results before launch';
  const done = 'Draft navigation – feedback';

  it('is followed by Force synchronization', async () => {
    const board = await stage.board('planner');
    await openThere(board, project);
    await renameThere(board, tracked, renamed);
    await moveThere(board, moved, { group: project, place: 'Review' });
    await endThere(board, archived, 'Archive');
    await endThere(board, deleted, 'Delete');
    await board.getByRole('button', { name: `Complete “${done}”` }).click();
    await board.getByRole('button', { name: `Reopen “${done}”` }).waitFor();
    await board.context().close();
    expect(await force(user)).toBe('Up to date · 1 renamed, 1 moved, 2 archived');
  });

  it('stands in the tree as the rule book says', async () => {
    await openProject(admin);
    await lineOf(admin, renamed).waitFor();
    await openBranch(admin, 'To do');
    await lineOf(admin, done).waitFor();
    const names = await namesInTree(admin);
    for (const gone of [tracked, moved, archived, deleted]) expect(names).not.toContain(gone);
    await openBranch(admin, 'Review');
    await lineOf(admin, moved).waitFor();
    await admin.getByText('Archived', { exact: true }).first().click();
    for (const [name, why] of [
      [archived, 'Archived in Planner'],
      [deleted, 'Deleted in Planner'],
    ] as const)
      await admin.getByRole('button', { name: new RegExp(`${name}.*${why}`) }).waitFor();
  });
});

async function enableAgain(): Promise<void> {
  await giveCredential(await openEnable(admin, 'Planner'), credential);
}

describe('unlinking Planner', () => {
  const own = 'Our own name';

  it('tells what will happen, and leaves ordinary tasks that can be renamed', async () => {
    const dialog = await askToUnlink(admin, 'Planner');
    await dialog.getByText(/Its \d+ active tasks stay and become ordinary tasks/).waitFor();
    await helpPicture(admin, 'planner', 'unlink');
    await dialog.getByRole('button', { name: 'Unlink', exact: true }).click();
    await admin.getByText('This was unlinked. Enable it again').waitFor();
    await openProject(admin);
    await lineOf(admin, renamed).hover();
    await admin.getByRole('button', { name: `Actions for ${renamed}` }).click();
    await admin.getByRole('menuitem', { name: 'Rename' }).click();
    await admin.getByLabel('New name').fill(own);
    await admin.keyboard.press('Enter');
    await lineOf(admin, own).waitFor();
  });

  it('is undone by enabling it again: the same tasks with their time, and no second copy', async () => {
    await enableAgain();
    await admin.getByText('1 changed.').waitFor();
    await goTo(user, 'Timesheet');
    await timeOn(user, renamed).waitFor();
    await goTo(admin, 'Projects');
    await openProject(admin);
    await lineOf(admin, renamed).waitFor();
    const names = await namesInTree(admin);
    expect(names).not.toContain(own);
    for (const once of ['Planner', workspace, project, renamed])
      expect(names.filter((name) => name === once)).toEqual([once]);
  });

  it('sends the tasks to Archived where that is ticked, and they come back with their time', async () => {
    const dialog = await askToUnlink(admin, 'Planner');
    await dialog.getByLabel('Archive the imported tasks').check();
    await dialog.getByText(/Its \d+ active tasks go to Archived/).waitFor();
    await dialog.getByRole('button', { name: 'Unlink', exact: true }).click();
    await admin.getByText('This was unlinked. Enable it again').waitFor();
    await goTo(user, 'Projects');
    await lineOf(user, 'Planner').waitFor({ state: 'detached' });
    await goTo(user, 'Timesheet');
    await timeOn(user, renamed).waitFor();
    await enableAgain();
    await admin.getByText(/\d+ came back/).waitFor();
    await openProject(user);
    await lineOf(user, renamed).waitFor();
  });
});
