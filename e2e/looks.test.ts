import type { Page } from 'playwright-core';
import { beforeAll, describe, it } from 'vitest';
import { findNode } from './stage/board.ts';
import {
  force,
  giveCredential,
  importPreviewed,
  openEnable,
  preview,
} from './stage/integration.ts';
import { lookAt } from './stage/look-at.ts';
import { goTo, lineOf, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';
import { walks } from './stage/walks.ts';

const stage = useStage('filled');

beforeAll(async () => {
  const admin = await stage.window();
  await signIn(admin, stage.url, demo.administrator);
  const { demo: token } = await stage.vendor.tokens();
  const dialog = await openEnable(admin, 'MeisterTask');
  await giveCredential(dialog, { 'Personal access token': token });
  await preview(admin);
  await importPreviewed(admin);
  await goTo(admin, 'People');
  await admin.getByRole('button', { name: 'Invite' }).click();
  await admin.getByLabel('E-mail addresses').fill('noor@demo.example');
  await admin.getByRole('button', { name: 'Send the invitation' }).click();
  await admin.getByText('noor@demo.example is invited.').waitFor();
  await admin.getByRole('dialog').waitFor({ state: 'hidden' });
  await admin.getByRole('tab', { name: 'Groups' }).click();
  await admin.getByRole('button', { name: 'Add a group' }).click();
  const aGroup = admin.getByRole('dialog', { name: 'Add a group' });
  await aGroup.getByLabel('Name').fill('Design');
  await aGroup.getByRole('combobox', { name: 'Members' }).fill('Uma');
  await admin.getByRole('option', { name: /^Uma/ }).click();
  await admin.keyboard.press('Escape');
  await aGroup.getByRole('button', { name: 'Add the group' }).click();
  await aGroup.waitFor({ state: 'hidden' });
  await goTo(admin, 'Tags');
  for (const tag of ['Urgent', 'On site', 'Workshop', 'Travel']) {
    await admin.getByRole('textbox', { name: 'New tag' }).fill(tag);
    await admin.getByRole('button', { name: 'Add tag' }).click();
    await admin.getByLabel(`Name of ${tag}`).waitFor();
  }
  const tree = await stage.vendor.tree();
  const project = findNode(tree, 'project', 'Velo Fährmann: Intranet');
  await stage.vendor.act({ do: 'archive', kind: 'project', id: project.id });
  await force(admin);
  await pick(admin, 'Clean up return policy');
  await timerBar(admin).getByLabel('Note').fill('Second look at the wording');
  await startButton(admin).click();
  await stopButton(admin).waitFor();
  await admin.context().close();
});

describe.each(walks)('%s', (walk, how) => {
  let page: Page;

  it('the ways in', async () => {
    const visitor = await stage.window(how);
    await visitor.goto(stage.url);
    await visitor.getByRole('button', { name: 'Sign in' }).waitFor();
    await lookAt(visitor, walk, 'sign-in');
    await visitor.goto(`${stage.url}/forgot-password`);
    await visitor.getByRole('button', { name: 'Send the link' }).waitFor();
    await lookAt(visitor, walk, 'forgot-password');
    await visitor.goto(`${stage.url}/reset-password?token=worn`);
    await visitor.getByRole('button', { name: 'Set password' }).waitFor();
    await lookAt(visitor, walk, 'reset-password');
    stage.expectAnswer(visitor, { status: 410, path: '/api/invitation-links' });
    await visitor.goto(`${stage.url}/join/worn`);
    await visitor.getByRole('link', { name: 'Go to sign in' }).waitFor();
    await lookAt(visitor, walk, 'join-ended');
    await visitor.context().close();
  });

  it('timesheet', async () => {
    page = await stage.window(how);
    await signIn(page, stage.url, demo.administrator);
    await stopButton(page).waitFor();
    await lookAt(page, walk, 'timesheet-running');
    await page.getByRole('button', { name: 'Day before' }).click();
    await page.getByText('Total', { exact: true }).or(page.getByTitle('Total')).first().waitFor();
    const lines = page.getByRole('main').locator('.entry');
    while ((await lines.count()) < 4) {
      await page.getByRole('button', { name: 'Day before' }).click();
      await lines.or(page.getByText('No time on this day')).first().waitFor();
    }
    await lookAt(page, walk, 'timesheet-day');
    await lines.first().locator('.entry-open').click();
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor();
    await lookAt(page, walk, 'timesheet-edit');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await pickerOf(page).click();
    await timerBar(page).getByRole('combobox', { name: 'Search tasks' }).fill('landing');
    await timerBar(page).getByRole('option').nth(2).waitFor();
    await lookAt(page, walk, 'task-picker');
    await page.keyboard.press('Escape');
  });

  it('projects', async () => {
    await goTo(page, 'Projects');
    await openBranch(page, 'MeisterTask');
    await openBranch(page, 'Lumen Dental: Loyalty club');
    await openBranch(page, 'Backlog');
    await lineOf(page, 'Draft team page').waitFor();
    await lookAt(page, walk, 'projects');
    await lineOf(page, 'Draft team page').click();
    await page.getByText('Who can track here').waitFor();
    await page.getByText('by the rule of MeisterTask').waitFor();
    await lookAt(page, walk, 'projects-task');
    await page.getByRole('button', { name: /^(Close|Back to the list)$/ }).click();
    await page.getByRole('searchbox', { name: 'Search all projects and tasks' }).fill('page');
    await page
      .getByRole('button', { name: /Draft team page/ })
      .first()
      .waitFor();
    await lookAt(page, walk, 'projects-search');
    await page.getByRole('searchbox').fill('');
    await page.getByText('Archived', { exact: true }).first().click();
    await page.getByText(/Archived in MeisterTask/).waitFor();
    await lookAt(page, walk, 'projects-archived');
  });

  it('people and the outbox', async () => {
    await goTo(page, 'People');
    await page.getByRole('tab', { name: 'Invitations 1' }).waitFor();
    await lookAt(page, walk, 'people');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('dialog', { name: 'Invite people' }).waitFor();
    await lookAt(page, walk, 'people-invite');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'Groups' }).click();
    await page.getByRole('main').getByText('Design', { exact: true }).waitFor();
    await lookAt(page, walk, 'people-groups');
    await page.goto(`${stage.url}/settings/outbox`);
    await page.locator('summary').first().click();
    await lookAt(page, walk, 'outbox');
  });

  it('integrations', async () => {
    await goTo(page, 'Integrations');
    await page.getByRole('link', { name: 'Settings of MeisterTask' }).waitFor();
    await lookAt(page, walk, 'integrations');
    await page.getByRole('link', { name: 'Settings of MeisterTask' }).click();
    await page.getByText('Last run').waitFor();
    await lookAt(page, walk, 'integration-overview');
    await page.getByRole('tab', { name: 'Selection' }).click();
    await page.getByRole('checkbox').first().waitFor();
    await lookAt(page, walk, 'integration-selection');
    await page.getByRole('radio', { name: /Choose projects/ }).check();
    await page.getByRole('checkbox', { name: 'Internal' }).uncheck();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: 'Save' }).and(page.locator(':enabled')).waitFor();
    await lookAt(page, walk, 'integration-preview');
    await page.getByRole('tab', { name: 'History' }).click();
    await page
      .getByRole('button', { name: /Force synchronization/ })
      .first()
      .waitFor();
    await lookAt(page, walk, 'integration-history');
    await page
      .getByRole('button', { name: /Force synchronization/ })
      .last()
      .click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await lookAt(page, walk, 'integration-run');
    await page.keyboard.press('Escape');
  });

  it('the settings of the account', async () => {
    await page.goto(`${stage.url}/settings/account`);
    await page.getByLabel('Currency').first().waitFor();
    await lookAt(page, walk, 'account');
    await page.goto(`${stage.url}/settings/tags`);
    await page.getByLabel('Name of Workshop').waitFor();
    await lookAt(page, walk, 'tags');
    await page.goto(`${stage.url}/settings/audit`);
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    await lookAt(page, walk, 'audit');
  });

  it('the own profile', async () => {
    await page.goto(`${stage.url}/profile`);
    await page.getByText('This session').first().waitFor();
    await page.getByText('You have no tokens yet.').waitFor();
    await lookAt(page, walk, 'profile');
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByRole('dialog', { name: 'New API token' }).waitFor();
    await lookAt(page, walk, 'new-token');
    await page.keyboard.press('Escape');
  });

  it('help', async () => {
    await page.goto(`${stage.url}/help`);
    await page.getByRole('link', { name: /MeisterTask/ }).waitFor();
    await lookAt(page, walk, 'help');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await lookAt(page, walk, 'keyboard');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /MeisterTask/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Disable' }).waitFor();
    await lookAt(page, walk, 'help-provider');
  });

  it('the menu of the member, and an address that leads nowhere', async () => {
    await page.goto(`${stage.url}/nowhere`);
    await page.getByText('There is nothing at this address').waitFor();
    await lookAt(page, walk, 'not-found');
    await page.getByRole('button', { name: walk === 'phone' ? 'You' : /Ada Linden/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await lookAt(page, walk, 'member-menu');
    await page.context().close();
  });
});
