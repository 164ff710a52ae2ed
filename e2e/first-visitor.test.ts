import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, lineOf } from './stage/places.ts';
import { signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('empty');

const owner = { email: 'mara@orchard.example', password: 'apple-pear-quince' };
const noor = { email: 'noor@orchard.example', password: 'plum-cherry-medlar' };

// One story, told in order.
let mara: Page;
let invited: Page;
let link = '';

/** Opens the newest mail of the Outbox and gives the first link in it. */
async function linkInNewestMail(page: Page, subject: RegExp): Promise<string> {
  await page.goto(`${stage.url}/settings/outbox`);
  const mail = page.getByRole('listitem').filter({ hasText: subject }).first();
  await mail.locator('summary').click();
  return (await mail.getByRole('link').first().getAttribute('href')) ?? '';
}

describe('the first visitor', () => {
  it('creates the account; what is wrong is said in a sentence', async () => {
    mara = await stage.window();
    stage.expectAnswer(mara, { status: 422, path: '/api/sign-up' });
    await mara.goto(stage.url);
    await mara.getByRole('heading', { name: 'Create your account' }).waitFor();
    expect(await mara.getByText('This is a demo').count()).toBe(0);
    await mara.getByLabel('Company or team').fill('Orchard & Söhne 🍏');
    await mara.getByLabel('Your name').fill('Mara Quitte');
    await mara.getByLabel('E-mail').fill(owner.email);
    await mara.getByLabel('Password', { exact: true }).fill('short');
    expect(await mara.getByLabel('Time zone').first().inputValue()).toBe('Europe/Berlin');
    await mara.getByRole('button', { name: 'Create account' }).click();
    await mara.getByText('The password needs at least 10 characters.').waitFor();
    await mara.getByLabel('Password', { exact: true }).fill(owner.password);
    await mara.getByRole('button', { name: 'Create account' }).click();
    await mara.getByText('Nothing to track on yet').waitFor();
    expect(await mara.getByText('Orchard & Söhne 🍏').first().isVisible()).toBe(true);
  });

  it('is told on every empty screen what to do next', async () => {
    await goTo(mara, 'Integrations');
    await mara.getByRole('button', { name: 'Enable MeisterTask' }).waitFor();
    await goTo(mara, 'Outbox');
    await mara.getByText('No mails yet').waitFor();
    await goTo(mara, 'Projects');
    await mara.getByText('No projects yet').waitFor();
    await mara.getByText('Archived', { exact: true }).click();
    await mara.getByText('Nothing is archived').waitFor();
    await mara.getByText('Active', { exact: true }).click();
  });

  it('adds a project and a task below it', async () => {
    await mara.getByRole('button', { name: 'Add project' }).first().click();
    await mara.getByLabel('Name of the project').fill('Harvest');
    await mara.keyboard.press('Enter');
    await lineOf(mara, 'Harvest').waitFor();
    await mara.keyboard.press('Escape');
    await lineOf(mara, 'Harvest').hover();
    await mara.getByRole('button', { name: 'Actions for Harvest' }).click();
    await mara.getByRole('menuitem', { name: 'Add a task below' }).click();
    await mara.getByLabel('Name of the task').fill('Pick the quinces');
    await mara.keyboard.press('Enter');
    await lineOf(mara, 'Pick the quinces').waitFor();
    await mara.keyboard.press('Escape');
  });

  it('starts a timer, and finds it running after a reload', async () => {
    await pick(mara, 'Pick the quinces');
    await startButton(mara).click();
    await stopButton(mara).waitFor();
    await mara.reload();
    await stopButton(mara).waitFor();
    expect(await pickerOf(mara).innerText()).toContain('Pick the quinces');
    await stopButton(mara).click();
    await startButton(mara).waitFor();
    await goTo(mara, 'Timesheet');
    await mara
      .getByRole('main')
      .getByRole('button', { name: /^Pick the quinces/ })
      .waitFor();
  });

  it('is the only one who can create the account', async () => {
    const late = await stage.window();
    await late.goto(stage.url);
    await late.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await late.getByRole('button', { name: 'Create account' }).count()).toBe(0);
    await late.context().close();
  });
});

describe('an invitation', () => {
  it('lies in the Outbox while no mail server is configured', async () => {
    await goTo(mara, 'People');
    await mara.getByRole('button', { name: 'Invite' }).click();
    await mara.getByLabel('E-mail addresses').fill(noor.email);
    await mara.getByLabel('Role', { exact: true }).selectOption('supervisor');
    await mara.getByRole('button', { name: 'Send the invitation' }).click();
    await mara.getByText(`${noor.email} is invited.`).waitFor();
    link = await linkInNewestMail(mara, /invites you/);
    expect(link.startsWith(`${stage.url}/join/`)).toBe(true);
  });

  it('lets somebody join with the role that was given, and nothing beyond it', async () => {
    invited = await stage.window();
    await invited.goto(link);
    await invited.getByRole('heading', { name: 'Join Orchard & Söhne 🍏' }).waitFor();
    await invited.getByLabel('Your name').fill('Noor Mispel');
    await invited.getByLabel('Password', { exact: true }).fill(noor.password);
    await invited.getByRole('button', { name: 'Join' }).click();
    await invited.getByRole('heading', { name: 'Timesheet' }).waitFor();
    const places = invited.getByRole('navigation', { name: 'Screens' }).first().getByRole('link');
    expect(await places.allInnerTexts()).toEqual(['Timesheet', 'Projects', 'People', 'Tags']);
    await goTo(invited, 'Projects');
    await invited.getByText('Nothing assigned to you yet').waitFor();
    expect(await invited.getByRole('button', { name: 'Add project' }).count()).toBeGreaterThan(0);
    await invited.goto(`${stage.url}/integrations`);
    await invited.getByText('For administrators').waitFor();
  });

  it('works once', async () => {
    const again = await stage.window();
    stage.expectAnswer(again, { status: 410, path: '/api/invitation-links' });
    await again.goto(link);
    await again.getByText('This link has expired or was already used.').waitFor();
    await again.context().close();
  });

  it('shows the new member to the administrator', async () => {
    await goTo(mara, 'People');
    await mara.getByText('Noor Mispel').waitFor();
    expect(await mara.getByLabel('Role of Noor Mispel').inputValue()).toBe('supervisor');
    await mara.getByRole('tab', { name: 'Invitations', exact: true }).waitFor();
  });
});

describe('a forgotten password', () => {
  const fresh = 'walnut-hazel-chestnut';

  it('is set anew by the link in the Outbox, and ends the other sessions', async () => {
    const visitor = await stage.window();
    stage.expectAnswer(visitor, { status: 401, path: '/api/sign-in' });
    // The other window may ask something at the moment its session ends.
    stage.expectAnswer(invited, { status: 401, path: '/api' });
    await visitor.goto(stage.url);
    await visitor.getByRole('link', { name: 'Forgot your password?' }).click();
    await visitor.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await visitor.getByLabel('E-mail').fill(noor.email);
    await visitor.getByRole('button', { name: 'Send the link' }).click();
    await visitor.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await visitor.goto(await linkInNewestMail(mara, /password/));
    await visitor.getByLabel('New password').first().fill(fresh);
    await visitor.getByRole('button', { name: 'Set password' }).click();
    await visitor.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    await visitor.getByRole('link', { name: 'Sign in' }).click();
    await visitor.getByLabel('E-mail').fill(noor.email);
    await visitor.getByLabel('Password', { exact: true }).fill(noor.password);
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    await visitor.getByText('E-mail and password do not match.').waitFor();
    await signIn(visitor, stage.url, { email: noor.email, password: fresh });
    // This window stays open until its member is deactivated.
    stage.expectAnswer(visitor, { status: 401, path: '/api' });
    await invited.goto(stage.url);
    await invited.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('says nothing about addresses that nobody has', async () => {
    const visitor = await stage.window();
    await visitor.goto(`${stage.url}/forgot-password`);
    await visitor.getByLabel('E-mail').fill('nobody@orchard.example');
    await visitor.getByRole('button', { name: 'Send the link' }).click();
    await visitor.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  });
});

describe('somebody who leaves', () => {
  it('is shown the door at once', async () => {
    await goTo(mara, 'People');
    await mara.getByRole('button', { name: 'Actions for Noor Mispel' }).click();
    await mara.getByRole('menuitem', { name: 'Deactivate…' }).click();
    await mara.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await mara.getByText('Deactivated').waitFor();
    const visitor = await stage.window();
    stage.expectAnswer(visitor, { status: 403, path: '/api/sign-in' });
    await visitor.goto(stage.url);
    await visitor.getByLabel('E-mail').fill(noor.email);
    await visitor.getByLabel('Password', { exact: true }).fill('walnut-hazel-chestnut');
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    await visitor.getByRole('alert').waitFor();
  });

  it('signs out and is a visitor again', async () => {
    await goTo(mara, 'Timesheet');
    await mara.getByRole('button', { name: /^Mara Quitte/ }).click();
    await mara.getByRole('menuitem', { name: 'Sign out' }).click();
    await mara.getByRole('heading', { name: 'Sign in' }).waitFor();
    await mara.goBack();
    await mara.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
