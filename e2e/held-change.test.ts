import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { alive, branchOf, findNode } from './stage/board.ts';
import { force, giveCredential, openEnable, openSettings, preview } from './stage/integration.ts';
import { goTo, lineOf, namesInTree, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');

const large = 'Bäckerei Goldkrume: Intranet';
const asked = 'Discuss mail templates & handover';

// One story, told in order: each part begins where the one before has ended.
let admin: Page;
let supervisor: Page;
let user: Page;
let other: Page;

beforeAll(async () => {
  [admin, supervisor] = [await stage.window(), await stage.window()];
  [user, other] = [await stage.window(), await stage.window()];
  await signIn(admin, stage.url, demo.administrator);
  await signIn(supervisor, stage.url, demo.supervisor);
  await signIn(user, stage.url, demo.user);
  await signIn(other, stage.url, { email: 'theo@demo.example', password: demo.user.password });
});

/** Archives the large project at the vendor, or takes that back. */
async function changeLarge(deed: 'archive' | 'restore'): Promise<void> {
  const { id } = findNode(await stage.vendor.tree(), 'project', large);
  await stage.vendor.act({ do: deed, kind: 'project', id });
}

describe('a long import', () => {
  it('is cancelled by its button', async () => {
    const { demo: token } = await stage.vendor.tokens();
    const dialog = await openEnable(admin, 'MeisterTask');
    await giveCredential(dialog, { 'Personal access token': token });
    await preview(admin);
    await stage.vendor.faults([{ kind: 'slow', milliseconds: 1500, path: '/tasks' }]);
    await admin.getByRole('button', { name: /^Import/ }).click();
    await admin.getByText(/^[1-9]\d* items read/).waitFor();
    await admin.getByRole('button', { name: 'Cancel' }).click();
    await admin.getByText('Reading MeisterTask…').waitFor({ state: 'detached' });
    await admin
      .getByText(/Cancelled/)
      .first()
      .waitFor();
    await stage.vendor.faults([]);
  });

  it('goes on when it is started again, with nothing missing and nothing twice', async () => {
    await admin.getByRole('tab', { name: 'Selection' }).click();
    await preview(admin);
    await admin.getByRole('button', { name: /^Save/ }).click();
    const wanted = alive(await stage.vendor.tree()).length;
    await admin.getByText(`${wanted} tasks came in`).waitFor();
    await admin.getByRole('tab', { name: 'History' }).click();
    await admin.getByRole('button', { name: /Enabled.*Cancelled/ }).waitFor();
    await goTo(admin, 'Projects');
    await openBranch(admin, 'MeisterTask');
    await lineOf(admin, large).waitFor();
    const names = await namesInTree(admin);
    expect(names.filter((name) => name === 'MeisterTask')).toHaveLength(1);
  });
});

describe('a mass change', () => {
  it('is held, and every administrator sees that it waits', async () => {
    await changeLarge('archive');
    expect(await force(user)).toMatch(/^This run would archive \d+ tasks, so it waits until/);
    await goTo(admin, 'Integrations');
    await admin.getByText('Waits for your yes').waitFor();
    await openSettings(admin, 'MeisterTask');
    await admin.getByText('A large change waits for your yes').waitFor();
  });

  it('shows its plan before anybody says yes', async () => {
    await admin.getByRole('button', { name: 'Look at the plan' }).click();
    const plan = admin.getByRole('dialog', { name: 'Run of MeisterTask' });
    const line = plan.getByRole('listitem').filter({ hasText: large }).first();
    await line.getByText('archived', { exact: true }).waitFor();
    await plan.getByRole('button', { name: 'Close' }).click();
    await plan.waitFor({ state: 'hidden' });
    await goTo(admin, 'Projects');
    await openBranch(admin, 'MeisterTask');
    await lineOf(admin, large).waitFor();
  });

  it('goes away when the vendor takes it back', async () => {
    await openSettings(admin, 'MeisterTask');
    await changeLarge('restore');
    expect(await force(supervisor)).toBe('Up to date · nothing changed');
    await admin.getByText('In step').waitFor();
    expect(await admin.getByText('A large change waits for your yes').count()).toBe(0);
  });

  it('is carried out once an administrator approves', async () => {
    await changeLarge('archive');
    await force(other);
    await admin.getByText('A large change waits for your yes').waitFor();
    await admin.getByRole('button', { name: 'Approve the change' }).click();
    const tree = await stage.vendor.tree();
    const branch = branchOf(tree, findNode(tree, 'project', large));
    const gone = branch.filter(({ id, state }) => state !== 'archived' || id === branch[0]?.id);
    await admin.getByText(`${gone.length} went to Archived.`).waitFor();
    await goTo(admin, 'Projects');
    await admin.getByText('Archived', { exact: true }).first().click();
    await admin.getByRole('button', { name: new RegExp(`${large}.*Archived in`) }).waitFor();
  });
});

describe('who wonders', () => {
  it('is told why something is not here', async () => {
    await openSettings(admin, 'MeisterTask');
    await admin.getByLabel('Name in MeisterTask').fill(asked);
    await admin.getByRole('button', { name: 'Explain' }).click();
    await admin.getByText('what it lies in is archived').first().waitFor();
    await admin.getByLabel('Name in MeisterTask').fill('No such thing');
    await admin.getByRole('button', { name: 'Explain' }).click();
    await admin.getByText('Nothing called “No such thing” was seen').waitFor();
  });

  it('is told why something is here', async () => {
    await goTo(admin, 'Projects');
    await admin.getByText('Active', { exact: true }).first().click();
    for (const name of ['MeisterTask', 'Lumen Dental: Loyalty club', 'Backlog'])
      await openBranch(admin, name);
    await lineOf(admin, 'Draft team page').click();
    const panel = admin.getByRole('complementary', { name: 'Task' });
    await panel.getByRole('button', { name: 'Why is it here?' }).click();
    await panel.getByText(/It is number \d+ in MeisterTask/).waitFor();
    await panel.getByText('Everything is selected for import.').waitFor();
    await panel.getByText(/name, place and state are changed there/).waitFor();
  });

  it('opens any run and sees what it changed', async () => {
    await openSettings(admin, 'MeisterTask', 'History');
    await admin.getByRole('button', { name: /Approved change/ }).click();
    const record = admin.getByRole('dialog', { name: 'Run of MeisterTask' });
    await record.getByText('Ada Linden').waitFor();
    await record.getByText(large, { exact: true }).first().waitFor();
    await record.getByRole('button', { name: 'Close' }).click();
  });
});

describe('an owner who leaves', () => {
  it('leaves an advice for the other administrators', async () => {
    await goTo(admin, 'People');
    await admin.getByLabel('Role of Sam Birch').selectOption('administrator');
    await supervisor.reload();
    await supervisor.getByRole('link', { name: 'Integrations' }).first().waitFor();
    await admin.context().close();
    await goTo(supervisor, 'People');
    await supervisor.getByRole('button', { name: 'Actions for Ada Linden' }).click();
    await supervisor.getByRole('menuitem', { name: 'Deactivate…' }).click();
    await supervisor.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await supervisor.getByText('Deactivated').waitFor();
    await openSettings(supervisor, 'MeisterTask');
    await supervisor.getByText('The owner of this integration is no longer active').waitFor();
    await supervisor.getByText('(deactivated)').waitFor();
  });

  it('is followed by whoever re-enables it with a credential of their own', async () => {
    const { demo: token } = await stage.vendor.tokens();
    await supervisor.getByRole('button', { name: 'Re-enable integration' }).click();
    const dialog = supervisor.getByRole('dialog', { name: 'Re-enable MeisterTask' });
    await giveCredential(dialog, { 'Personal access token': token });
    await supervisor
      .getByText('The owner of this integration is no longer active')
      .waitFor({ state: 'detached' });
    await supervisor
      .locator('.facts > div')
      .filter({ hasText: 'Owner' })
      .getByText('Sam Birch')
      .waitFor();
  });
});
