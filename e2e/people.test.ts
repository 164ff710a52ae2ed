import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { picture } from './stage/picture.ts';
import { goTo, lineOf } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let admin: Page;
let user: Page;

beforeAll(async () => {
  [admin, user] = [await stage.window(), await stage.window()];
  await signIn(admin, stage.url, demo.administrator);
  await signIn(user, stage.url, demo.user);
});

async function openTab(name: string): Promise<void> {
  await goTo(admin, 'People');
  await admin.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}

async function openProfile(page: Page): Promise<void> {
  await page.goto(`${stage.url}/profile`);
  await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
  await page.getByText('This session').waitFor();
}

/** What a spreadsheet may hold. */
function list(third: string): string {
  return `E-mail;Role\nana@new.example;supervisor\n${third}\n${demo.user.email}\n`;
}

function memberLine(name: string): Locator {
  return admin.getByRole('listitem').filter({ has: admin.getByText(name, { exact: true }) });
}

describe('groups', () => {
  it('are added with members, shown beside them, and narrow the list', async () => {
    await openTab('Groups');
    await admin.getByText('No groups yet').waitFor();
    await picture(admin, 'people/groups-empty');
    await admin.getByRole('button', { name: 'Add a group' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Add a group' });
    await dialog.getByLabel('Name').fill('Design');
    await dialog.getByRole('combobox', { name: 'Members' }).fill('Uma');
    await admin.getByRole('option', { name: /^Uma/ }).click();
    await admin.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Add the group' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.getByText('1 member', { exact: true }).waitFor();
    await picture(admin, 'people/groups');
    await admin.getByRole('tab', { name: 'Members' }).click();
    await admin.getByLabel('Group', { exact: true }).selectOption({ label: 'Design' });
    await expect.poll(() => admin.getByRole('main').getByRole('listitem').count()).toBe(1);
    await admin.getByLabel('Group', { exact: true }).selectOption({ label: 'Every group' });
    await admin.getByRole('searchbox', { name: 'Search people' }).fill('supervisor@');
    await expect.poll(() => admin.getByRole('main').getByRole('listitem').count()).toBe(1);
    await admin.getByRole('searchbox', { name: 'Search people' }).fill('');
    await picture(admin, 'people/members');
  });

  it('cannot have one name twice', async () => {
    stage.expectAnswer(admin, { status: 409, path: '/api/groups' });
    await openTab('Groups');
    await admin.getByRole('button', { name: 'Add a group' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Add a group' });
    await dialog.getByLabel('Name').fill('DESIGN');
    await dialog.getByRole('button', { name: 'Add the group' }).click();
    await dialog.getByText('There already is a group “DESIGN”.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});

describe('a group that is assigned', () => {
  it('gives the branch to everybody in it at once', async () => {
    await goTo(admin, 'Projects');
    await lineOf(admin, 'Bakery Sonntag').click();
    const panel = admin.getByRole('complementary', { name: 'Task' });
    await panel.getByRole('heading', { name: 'Bakery Sonntag' }).waitFor();
    await panel.getByRole('combobox', { name: 'Member or group to assign' }).click();
    await admin.getByRole('option', { name: 'Design', exact: true }).click();
    await panel.getByText(/Who joins it later is assigned by hand/).waitFor();
    await panel.getByLabel('Role', { exact: true }).selectOption('guest');
    await picture(admin, 'people/assign-group');
    await panel.getByRole('button', { name: 'Assign', exact: true }).click();
    const role = panel.getByLabel('Role of Uma Rowan');
    await expect.poll(() => role.inputValue()).toBe('guest');
    expect(await panel.getByLabel('Role of Theo Alder').inputValue()).not.toBe('guest');
  });
});

describe('invitations', () => {
  it('from a CSV file say by line what is wrong, and then of each how it went', async () => {
    stage.expectAnswer(admin, { status: 409, path: '/api/invitations' });
    await openTab('Invitations');
    await admin.getByRole('button', { name: 'Invite' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Invite people' });
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(list('bo@new.example;boss')),
    });
    await dialog.getByText('Line 3: “boss” is no role.').waitFor();
    await picture(admin, 'people/invite-problem');
    expect(await dialog.getByRole('button', { name: /^Send/ }).isDisabled()).toBe(true);
    await dialog.getByLabel('E-mail addresses').fill(list('bo@new.example'));
    await dialog.getByRole('button', { name: 'Send 3 invitations' }).click();
    await dialog.getByText('2 people are invited').waitFor();
    await dialog.getByText(`${demo.user.email} is already a member of this account.`).waitFor();
    await picture(admin, 'people/invite-results');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.getByText('ana@new.example').waitFor();
    await admin.getByRole('tab', { name: 'Invitations 2' }).waitFor();
  });
});

describe('the own profile', () => {
  it('is changed, and stays so', async () => {
    await user
      .getByRole('button', { name: /Uma Rowan/ })
      .first()
      .click();
    await user.getByRole('menuitem', { name: 'Profile' }).click();
    await user.getByText('This session').waitFor();
    await picture(user, 'people/profile');
    await user.getByLabel('Name', { exact: true }).fill('Uma Lee');
    await user.getByLabel('The week begins on').selectOption({ label: 'Sunday' });
    await user.getByLabel('Friday', { exact: true }).fill('4h');
    await user.getByLabel('Friday', { exact: true }).press('Tab');
    await user.getByText('36:00 a week').waitFor();
    await user.getByRole('switch', { name: 'Ask when I was away' }).uncheck();
    await user.getByRole('button', { name: 'Save' }).click();
    await user.getByText('Saved', { exact: true }).waitFor();
    await user.reload();
    await user.getByText('This session').waitFor();
    expect(await user.getByLabel('Name', { exact: true }).inputValue()).toBe('Uma Lee');
    expect(await user.getByLabel('Friday', { exact: true }).inputValue()).toBe('4:00');
    expect(await user.getByLabel('The week begins on').inputValue()).toBe('7');
    expect(await user.getByLabel('Ask when I was away').isChecked()).toBe(false);
    await openTab('Members');
    await memberLine('Uma Lee').waitFor();
  });
});

describe('the language of a member', () => {
  it('is spoken at once, and the browser’s again when none is chosen', async () => {
    await openProfile(user);
    await user.getByLabel('Language').selectOption('de');
    await user.getByRole('button', { name: 'Save' }).click();
    await user.getByRole('heading', { level: 1, name: 'Profil', exact: true }).waitFor();
    await picture(user, 'people/profile-de');
    await user.getByLabel('Sprache').selectOption('');
    await user.getByRole('button', { name: 'Speichern' }).click();
    await user.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
  });
});

describe('a token for the API', () => {
  let secret = '';
  const ask = async (method: string, path: string, body?: unknown) => {
    const reply = await fetch(stage.url + path, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, text: await reply.text() };
  };

  it('is shown once, and lets a program do what was ticked', async () => {
    await openProfile(user);
    await user.getByRole('button', { name: 'New token' }).click();
    await user
      .getByRole('dialog', { name: 'New API token' })
      .getByLabel('Name')
      .fill('Door sensor');
    await user.getByLabel('Read').waitFor();
    await picture(user, 'people/new-token');
    await user.getByRole('button', { name: 'Make the token' }).click();
    const dialog = user.getByRole('dialog', { name: 'Your new token' });
    secret = (await dialog.getByText(/^tg_[\w-]{43}$/).innerText()).trim();
    await picture(user, 'people/token-secret');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await user.getByText('never used').waitFor();
    expect((await ask('GET', '/api/me')).text).toContain('Uma Lee');
    const timer = { id: crypto.randomUUID(), taskId: null, zone: 'UTC' };
    expect(await ask('POST', '/api/timers', timer)).toMatchObject({ status: 403 });
    expect((await ask('POST', '/api/timers', timer)).text).toContain('token-scope-needed');
    await user.reload();
    await user.getByText(/last used/).waitFor();
    expect(await user.content()).not.toContain(secret);
  });

  it('ends at once where an administrator revokes it', async () => {
    await openTab('Members');
    await admin.getByRole('button', { name: 'Uma Lee', exact: true }).click();
    const drawer = admin.getByRole('dialog', { name: 'Uma Lee' });
    await drawer.getByText('Door sensor').waitFor();
    await picture(admin, 'people/member');
    await drawer.getByRole('button', { name: 'Revoke Door sensor' }).click();
    await admin
      .getByRole('dialog', { name: 'Revoke Door sensor?' })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await drawer.getByText('None.').waitFor();
    expect(await ask('GET', '/api/me')).toMatchObject({ status: 401 });
    await drawer.getByRole('button', { name: 'Close' }).click();
  });
});

describe('sessions', () => {
  it('that are ended lead back to the way in', async () => {
    const elsewhere = await stage.window();
    stage.expectAnswer(elsewhere, { status: 401, path: '/api' });
    await signIn(elsewhere, stage.url, demo.user);
    await openProfile(user);
    await user.getByRole('button', { name: 'End all others' }).click();
    await expect.poll(() => user.getByRole('button', { name: /^End the session/ }).count()).toBe(0);
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
    await user.getByText('This session').waitFor();
    await elsewhere.context().close();
  });

  it('end with a new password, but for the one that set it', async () => {
    stage.expectAnswer(user, { status: 422, path: '/api/me/password' });
    // News of it can come before the cookie of the new session.
    stage.expectAnswer(user, { status: 401, path: '/api' });
    const elsewhere = await stage.window();
    stage.expectAnswer(elsewhere, { status: 401, path: '/api' });
    await signIn(elsewhere, stage.url, demo.user);
    await openProfile(user);
    await user.getByLabel('Current password').fill('not the password');
    await user.getByLabel('New password').fill('a better password');
    await user.getByRole('button', { name: 'Change the password' }).click();
    await user.getByText('The current password is wrong.').waitFor();
    await user.getByLabel('Current password').fill(demo.user.password);
    await user.getByRole('button', { name: 'Change the password' }).click();
    await user.getByText('The new password holds.').waitFor();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
    await user.getByText('This session').waitFor();
    await user.reload();
    await user.getByText('This session').waitFor();
    await elsewhere.context().close();
  });
});

describe('deactivating', () => {
  it('stops the timer, keeps the time and shows the way out', async () => {
    stage.expectAnswer(user, { status: 401, path: '/api' });
    await user.goto(stage.url);
    await startButton(user).click();
    await stopButton(user).waitFor();
    await openTab('Members');
    await admin.getByRole('button', { name: 'Actions for Uma Lee' }).click();
    await admin.getByRole('menuitem', { name: 'Deactivate…' }).click();
    await admin.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await memberLine('Uma Lee').getByText('Deactivated').waitFor();
    await user.getByRole('heading', { name: 'Sign in' }).waitFor();
    const { entries } = await admin.evaluate(async () => {
      const { members } = await (await fetch('/api/members')).json();
      const { id } = members.find((one: { name: string }) => one.name === 'Uma Lee');
      // Which day it is where Uma lives depends on the hour.
      const [from, to] = [-1, 1].map((days) =>
        new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
      );
      return (await fetch(`/api/entries?from=${from}&to=${to}&memberId=${id}`)).json();
    });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every((one: { stoppedAt: string | null }) => one.stoppedAt !== null)).toBe(true);
  });
});

it('looks right on a phone and in the dark', async () => {
  const phone = await stage.window({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await signIn(phone, stage.url, demo.administrator);
  for (const [path, name, shown] of [
    ['people', 'members', 'Sam Birch'],
    ['people?tab=groups', 'groups', 'Design'],
    ['people?tab=invitations', 'invitations', 'ana@new.example'],
    ['profile', 'profile', 'This session'],
  ] as const) {
    await phone.goto(`${stage.url}/${path}`);
    await phone.getByText(shown, { exact: true }).waitFor();
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, name).toBeLessThanOrEqual(390);
    await picture(phone, `people/phone-${name}`);
  }
});
