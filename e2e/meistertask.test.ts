import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { branchOf, findNode } from './stage/board.ts';
import { delayOf } from './stage/delay.ts';
import { helpPicture } from './stage/help-picture.ts';
import {
  askToUnlink,
  giveCredential,
  openEnable,
  openSettings,
  preview,
  tickOnly,
} from './stage/integration.ts';
import { picture } from './stage/picture.ts';
import { goTo, lineOf, namesInTree, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('demo');

const intranet = 'Bäckerei Goldkrume: Intranet';
const tradeFair = 'Grünwerk Gardens: Trade fair';
const assigned = 'To do';
const tracked = 'Discuss mail templates & handover';

// One story, told in order: each part begins where the one before has ended.
let admin: Page;
let user: Page;

beforeAll(async () => {
  admin = await stage.window();
  user = await stage.window();
});

describe('enabling MeisterTask', () => {
  it('needs nothing but what the demo says at its start', async () => {
    await expect.poll(() => stage.said()).toMatch(/MeisterTask +\S+/);
    const said = stage.said();
    expect(said.match(/http:\S+/g)?.[0]).toBe(stage.url);
    expect(said).toMatch(/administrator +admin@demo.example +demo-password/);
    expect(said).toMatch(/supervisor +supervisor@demo.example +demo-password/);
    expect(said).toMatch(/user +user@demo.example +demo-password/);
    await admin.goto(stage.url);
    await admin.getByRole('button', { name: 'administrator' }).click();
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await admin.getByRole('heading', { name: 'Timesheet' }).waitFor();
  });

  it('takes the token of the sandbox and offers its projects', async () => {
    const token = /MeisterTask +(\S+)/.exec(stage.said())?.[1] ?? '';
    const dialog = await openEnable(admin, 'MeisterTask');
    await helpPicture(admin, 'meistertask', 'enable');
    await giveCredential(dialog, { 'Personal access token': token });
    await admin.getByRole('radio', { name: /Choose projects/ }).check();
    const offered = await admin
      .getByRole('list', { name: 'projects' })
      .locator('bdi')
      .allInnerTexts();
    expect(offered).toContain(intranet);
    expect(offered).toContain(tradeFair);
    // What lies in the bin of the vendor is not offered.
    expect(offered).not.toContain('Old pitch, thrown away');
  });

  it('shows what will come in numbers and as a tree, before anything comes', async () => {
    await tickOnly(admin, [intranet, tradeFair]);
    await admin.getByText('2 of 8 projects ticked').waitFor();
    await helpPicture(admin, 'meistertask', 'choose');
    await preview(admin);
    await admin.getByText('Coming in: 2 projects, 10 sections, 52 tasks').waitFor();
    expect(await admin.getByText(intranet).isVisible()).toBe(true);
    await helpPicture(admin, 'meistertask', 'preview');
    await picture(admin, 'import-preview');
    await admin.emulateMedia({ colorScheme: 'dark' });
    await picture(admin, 'import-preview-dark');
    await admin.emulateMedia({ colorScheme: 'light' });
    const other = await stage.another(admin);
    await other.goto(`${stage.url}/projects`);
    await lineOf(other, 'Bakery Sonntag').waitFor();
    expect(await namesInTree(other)).not.toContain('MeisterTask');
    await other.close();
  });

  it('imports exactly what the vendor has', async () => {
    const tree = await stage.vendor.tree();
    // What the vendor has archived already does not come in.
    const wanted = [intranet, tradeFair]
      .flatMap((name) => branchOf(tree, findNode(tree, 'project', name)))
      .filter(({ state }) => state !== 'archived');
    await admin.getByRole('button', { name: /^Import/ }).click();
    await admin.getByText(`${wanted.length} tasks came in`).waitFor();
    await admin.getByRole('link', { name: 'See them in Projects' }).click();
    await openBranch(admin, 'MeisterTask');
    await openBranch(admin, intranet);
    await openBranch(admin, assigned);
    await lineOf(admin, tracked).waitFor();
    const names = await namesInTree(admin);
    expect(names).toContain(tradeFair);
    for (const list of ['Backlog', 'To do', 'In progress', 'Review', 'Done'])
      expect(names).toContain(list);
  });

  it('refuses to change the structure, and names who may', async () => {
    await lineOf(admin, tracked).hover();
    await admin.getByRole('button', { name: `Actions for ${tracked}` }).click();
    await admin
      .getByRole('menu')
      .getByText(/This comes from MeisterTask/)
      .waitFor();
    expect(await admin.getByRole('menuitem', { name: 'Rename' }).count()).toBe(0);
    await admin.keyboard.press('Escape');
  });
});

describe('a member', () => {
  it('sees nothing of it until somebody assigns', async () => {
    await signIn(user, stage.url, demo.user);
    await goTo(user, 'Projects');
    await lineOf(user, 'Harbour Museum').waitFor();
    expect(await namesInTree(user)).not.toContain('MeisterTask');
    await pickerOf(user).click();
    await timerBar(user).getByRole('combobox', { name: 'Search tasks' }).fill(tracked);
    await user.getByText(/No task with/).waitFor();
    await user.keyboard.press('Escape');
  });

  it('sees the list and all below it as soon as it is assigned; its project is only the path', async () => {
    await lineOf(admin, assigned).click();
    const panel = admin.getByRole('complementary', { name: 'Task' });
    await panel.getByRole('heading', { name: assigned }).waitFor();
    await panel.getByRole('combobox', { name: 'Member or group to assign' }).click();
    await admin.getByRole('option', { name: 'Uma Rowan' }).click();
    await panel.getByRole('button', { name: 'Assign', exact: true }).click();
    await panel.getByText('by hand').waitFor();
    await openBranch(user, 'MeisterTask');
    await openBranch(user, intranet);
    await openBranch(user, assigned);
    await lineOf(user, tracked).waitFor();
    const names = await namesInTree(user);
    for (const unseen of [tradeFair, 'Backlog', 'Review']) expect(names).not.toContain(unseen);
    const starts = user.getByRole('tree').getByRole('button', { name: /^Start a timer on/ });
    const startable = await starts.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label')?.replace('Start a timer on ', '') ?? ''),
    );
    expect(startable).toContain(assigned);
    expect(startable).toContain(tracked);
    for (const path of ['MeisterTask', intranet]) expect(startable).not.toContain(path);
  });

  it('starts a timer by the picker, stops it in another window, and edits the entry', async () => {
    const other = await stage.another(user);
    await other.goto(stage.url);
    await startButton(other).waitFor();
    await pick(user, tracked);
    expect(await delayOf(startButton(user), other, 'Stop')).toBeLessThan(1000);
    expect(await pickerOf(other).innerText()).toContain(tracked);
    expect(await delayOf(stopButton(other), user, 'Start')).toBeLessThan(1000);
    await goTo(user, 'Timesheet');
    await user
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${tracked}`) })
      .click();
    const drawer = user.getByRole('dialog', { name: 'Edit entry' });
    await drawer.getByLabel('Note').fill('Talked to the bakers');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await other.getByText('Talked to the bakers').waitFor();
    await helpPicture(user, 'meistertask', 'timesheet');
    await other.close();
  });
});

describe('synchronization by force', () => {
  const renamed = 'Bäckerei Goldkrume: Intranet 2027';
  const moved = 'Discuss product pages with the client';
  const deleted = 'Clean up opening hours';
  const trashed = 'Check loading times before launch';
  const added = 'Bake the launch cake';
  let archived = 0;

  it('follows the vendor within seconds, and says in one line what it did', async () => {
    const { vendor } = stage;
    const tree = await vendor.tree();
    const project = findNode(tree, 'project', intranet);
    const list = (name: string) => findNode(tree, 'list', name, project);
    const task = (name: string, inList: string) => findNode(tree, 'task', name, list(inList));
    const fair = findNode(tree, 'project', tradeFair);
    archived = branchOf(tree, fair).filter(({ state }) => state !== 'archived').length;
    await vendor.act({ do: 'rename', kind: 'project', id: project.id, name: renamed });
    await vendor.act({
      do: 'move',
      kind: 'task',
      id: task(moved, 'To do').id,
      parent: list('Review').id,
    });
    await vendor.act({ do: 'archive', kind: 'project', id: fair.id });
    await vendor.act({ do: 'delete', kind: 'task', id: task(deleted, 'Review').id });
    await vendor.act({ do: 'trash', kind: 'task', id: task(trashed, 'In progress').id });
    await vendor.act({ do: 'create', kind: 'task', parent: list('To do').id, name: added });

    const pressed = Date.now();
    await user.getByRole('button', { name: 'Force synchronization' }).click();
    await user
      .getByText(`Up to date · 1 created, 1 renamed, 1 moved, ${archived} archived`)
      .waitFor();
    const seconds = (Date.now() - pressed) / 1000;
    console.log(`synchronized in ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(8);
  });

  it('leaves the tree as the rule book says: what was deleted stays active', async () => {
    await goTo(admin, 'Projects');
    await openBranch(admin, renamed);
    await openBranch(admin, 'To do');
    await lineOf(admin, added).waitFor();
    const names = async (): Promise<string[]> => namesInTree(admin);
    expect(await names()).not.toContain(moved);
    expect(await names()).not.toContain(tradeFair);
    await openBranch(admin, 'Review');
    await lineOf(admin, moved).waitFor();
    await openBranch(admin, 'In progress');
    await lineOf(admin, trashed).waitFor();
    expect(await names()).toContain(deleted);
  });

  it('shows the archived project among the archived, with its reason', async () => {
    await admin.getByText('Archived', { exact: true }).first().click();
    await admin.getByRole('button', { name: new RegExp(tradeFair) }).waitFor();
    await admin.getByText(/Archived in MeisterTask/).waitFor();
  });

  it('keeps a record of the run that says exactly what changed', async () => {
    await openSettings(admin, 'MeisterTask');
    await helpPicture(admin, 'meistertask', 'settings');
    await admin.getByRole('tab', { name: 'History' }).click();
    await admin
      .getByRole('button', { name: /Force synchronization/ })
      .first()
      .click();
    const record = admin.getByRole('dialog', { name: 'Run of MeisterTask' });
    await record.getByText('Uma Rowan').waitFor();
    const lines = record.getByRole('listitem');
    await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(3 + archived);
    const said = (await lines.allInnerTexts()).map((text) => text.split('\n'));
    const about = (name: string): string[] =>
      said.flatMap(([first, ...words]) => (first === name ? [words.join(' ')] : []));
    expect(about(renamed)).toEqual([expect.stringContaining(`renamed ${intranet} → ${renamed}`)]);
    expect(about(moved)).toEqual([expect.stringMatching(/moved .*To do → .*Review/)]);
    expect(about(added)).toEqual([expect.stringContaining('created')]);
    expect(about(tradeFair)).toEqual([expect.stringContaining('archived')]);
    const actions = said.map(([, action]) => action).filter((action) => action !== 'skipped');
    const counted = new Map(actions.map((action) => [action, 0]));
    for (const action of actions) counted.set(action, (counted.get(action) ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual({ archived, moved: 1, created: 1, renamed: 1 });
  });

  it('is asked for at most once a minute by one member', async () => {
    stage.expectAnswer(user, { status: 429, path: '/api/synchronizations' });
    await user.getByRole('button', { name: 'Force synchronization' }).click();
    await user
      .getByText(/minute/)
      .first()
      .waitFor();
  });
});

describe('unlinking', () => {
  it('tells what will happen, and happens only when it is said', async () => {
    await admin.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    const dialog = await askToUnlink(admin, 'MeisterTask');
    await helpPicture(admin, 'meistertask', 'unlink');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await admin.getByText('In step').waitFor();
  });
});
