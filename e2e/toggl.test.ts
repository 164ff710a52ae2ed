import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { helpPicture } from './stage/help-picture.ts';
import {
  askToUnlink,
  giveCredential,
  importPreviewed,
  openEnable,
  openSettings,
  preview,
  tickOnly,
} from './stage/integration.ts';
import { goTo, lineOf, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';
import { endThere } from './stage/vendor-board.ts';

const stage = useStage('filled');

const workspace = 'Atelier Siebenpunkt';
const client = 'Grünwerk Gardens';
const done = 'Trade fair';

// One story, told in order: each part begins where the one before has ended.
let admin: Page;
let user: Page;
let token = '';

beforeAll(async () => {
  [admin, user] = [await stage.window(), await stage.window()];
  await signIn(admin, stage.url, demo.administrator);
  await signIn(user, stage.url, demo.user);
  token = (await stage.vendorOf('toggl').credentials()).demo['token'] ?? '';
});

/** The line of a person in the table, by the address. */
function person(email: string): Locator {
  return admin.getByRole('row').filter({ hasText: email });
}

/** The button in the notice of a pause. */
function reenable(): Locator {
  return admin.locator('.notice').getByRole('button', { name: 'Re-enable integration' });
}

describe('enabling Toggl', () => {
  it('takes the token, and offers the workspaces', async () => {
    stage.expectAnswer(admin, { status: 422, path: '/api/integrations' });
    const dialog = await openEnable(admin, 'Toggl');
    await helpPicture(admin, 'toggl', 'enable');
    await giveCredential(dialog, { 'API token': 'no-such-token' });
    await dialog
      .getByText('Toggl refused this credential: Incorrect username and/or password')
      .waitFor();
    await giveCredential(dialog, { 'API token': token });
    const offered = admin.getByRole('list', { name: 'workspaces' }).locator('bdi');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual([workspace, `${workspace} Labs`, 'Pro bono']);
  });

  it('shows what would come of one workspace, and brings just that', async () => {
    await tickOnly(admin, [workspace]);
    await helpPicture(admin, 'toggl', 'choose');
    await preview(admin);
    await admin.getByText('Coming in: 1 workspace, 5 clients, 6 projects').waitFor();
    await helpPicture(admin, 'toggl', 'preview');
    await importPreviewed(admin);
    await goTo(admin, 'Projects');
    for (const name of ['Toggl', workspace, client]) await openBranch(admin, name);
    await lineOf(admin, done).waitFor();
    expect(await lineOf(admin, 'Pro bono').count()).toBe(0);
  });

  it('shows the token only by its ends', async () => {
    await openSettings(admin, 'Toggl');
    const masked = `${token.slice(0, 9)}…${token.slice(-6)}`;
    await admin.getByText(masked, { exact: true }).waitFor();
    expect(await admin.content()).not.toContain(token);
    await helpPicture(admin, 'toggl', 'settings');
  });

  it('tells before unlinking what will happen', async () => {
    const dialog = await askToUnlink(admin, 'Toggl');
    await helpPicture(admin, 'toggl', 'unlink');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('people of Toggl', () => {
  let invited: readonly string[] = [];

  it('are matched with members by e-mail, and those track on it', async () => {
    await admin.getByRole('tab', { name: 'People' }).click();
    await person('user@demo.example').getByRole('cell', { name: 'Uma Rowan' }).last().waitFor();
    await person('Supervisor@Demo.Example')
      .getByRole('cell', { name: 'Sam Birch' })
      .last()
      .waitFor();
    await goTo(user, 'Projects');
    for (const name of ['Toggl', workspace]) await openBranch(user, name);
    await lineOf(user, client).waitFor();
    await goTo(user, 'Timesheet');
    await pick(user, 'Check home page');
    await startButton(user).click();
    await stopButton(user).waitFor();
    await user
      .getByRole('main')
      .getByRole('button', { name: /^Check home page/ })
      .waitFor();
    await helpPicture(user, 'toggl', 'timesheet');
    await stopButton(user).click();
  });

  it('who are no members are invited with a tick', async () => {
    const strangers = admin.getByRole('row').filter({ hasText: 'not a member' });
    const boxes = strangers.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const texts = [await strangers.nth(0).innerText(), await strangers.nth(1).innerText()];
    invited = texts.map((text) => /\S+@\S+/.exec(text)?.[0] ?? '');
    await admin.getByRole('button', { name: 'Invite 2 people' }).click();
    for (const email of invited) await person(email).getByText('invited').waitFor();
    await goTo(admin, 'Outbox');
    for (const email of invited) await admin.getByText(`to ${email}`).waitFor();
  });

  it('have an invitation that can be sent again and revoked', async () => {
    const [first = '', second = ''] = invited;
    await goTo(admin, 'People');
    await admin.getByRole('tab', { name: /^Invitations/ }).click();
    await admin.getByRole('button', { name: `Send again: the invitation to ${first}` }).click();
    await admin.getByText(`A fresh invitation is on its way to ${first}.`).waitFor();
    await admin.getByRole('button', { name: `Revoke the invitation to ${second}` }).click();
    await admin.getByText(second).waitFor({ state: 'detached' });
    await goTo(admin, 'Outbox');
    await expect.poll(() => admin.getByText(`to ${first}`).count()).toBe(2);
  });
});

describe('a project that is done in Toggl', () => {
  it('is left alone by Force synchronization', async () => {
    const board = await stage.board('toggl');
    await endThere(board, done, 'Archive');
    await board.context().close();
    await user.getByRole('button', { name: 'Force synchronization' }).click();
    await user.getByText('No integration to synchronize').waitFor();
  });

  it('goes to Archived by Save in Settings', async () => {
    await openSettings(admin, 'Toggl', 'Selection');
    await preview(admin);
    await admin.getByRole('button', { name: /^Save/ }).click();
    await admin.getByText('9 went to Archived.').waitFor();
    await goTo(admin, 'Projects');
    await admin.getByText('Archived', { exact: true }).first().click();
    await admin.getByRole('button', { name: new RegExp(`${done}.*Archived in Toggl`) }).waitFor();
  });
});

describe('a token that Toggl refuses', () => {
  it('pauses the integration, and is told to the administrators', async () => {
    await stage.vendorOf('toggl').faults([{ kind: 'unauthorized', path: '/clients' }]);
    await openSettings(admin, 'Toggl', 'Selection');
    await admin.getByRole('button', { name: 'Preview' }).click();
    await admin.getByText('Paused: this needs a new credential').waitFor();
    await goTo(admin, 'Outbox');
    await admin.getByText('Toggl no longer accepts the credential').first().waitFor();
  });

  it('is asked for only as long as the stored one is refused', async () => {
    stage.expectAnswer(admin, { status: 422, path: '/api/integrations' });
    await stage.vendorOf('toggl').faults([{ kind: 'unauthorized' }]);
    await openSettings(admin, 'Toggl');
    await reenable().click();
    const dialog = admin.getByRole('dialog', { name: 'Re-enable Toggl' });
    await giveCredential(dialog, { 'API token': 'another-wrong-one' });
    await dialog.getByText(/Toggl refused this credential/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await stage.vendorOf('toggl').faults([]);
    await reenable().click();
    await admin.getByText('In step').waitFor();
    expect(await dialog.count()).toBe(0);
    await admin.getByText('Read everything; nothing had to change.').waitFor();
  });
});

describe('a quota that is used up', () => {
  it('is said with the time of the next try', async () => {
    stage.expectAnswer(admin, { status: 503, path: '/api/integrations' });
    await stage.vendorOf('toggl').faults([{ kind: 'quota' }]);
    await admin.getByRole('button', { name: 'Re-enable integration' }).click();
    await admin.getByText('The request quota is used up').waitFor();
    await admin.getByText(/Toggl takes no more requests for now.*Next try .*\d\d:\d\d/).waitFor();
  });

  it('does not keep anybody from unlinking', async () => {
    const dialog = await askToUnlink(admin, 'Toggl');
    await dialog.getByRole('button', { name: 'Unlink', exact: true }).click();
    await admin.getByText('This was unlinked. Enable it again').waitFor();
  });
});
