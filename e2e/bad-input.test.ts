import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findNode } from './stage/board.ts';
import {
  giveCredential,
  importPreviewed,
  openEnable,
  preview,
  tickOnly,
} from './stage/integration.ts';
import { picture } from './stage/picture.ts';
import { goTo, lineOf, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let admin: Page;
let dialog: Locator;

const project = 'Kiesel & Kalk: Annual report';

beforeAll(async () => {
  admin = await stage.window();
  await signIn(admin, stage.url, demo.administrator);
  dialog = await openEnable(admin, 'MeisterTask');
});

async function tryToken(token: string): Promise<void> {
  await giveCredential(dialog, { 'Personal access token': token });
}

describe('a token', () => {
  it('must be there', async () => {
    const send = dialog.getByRole('button', { name: 'Check and continue' });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel('Personal access token').fill('   ');
    expect(await send.isDisabled()).toBe(true);
  });

  it('that is wrong or revoked is refused with the reason of the vendor', async () => {
    stage.expectAnswer(admin, { status: 422, path: '/api/integrations' });
    const refusal = dialog.getByRole('alert').getByText(/MeisterTask refused this credential: ./);
    await tryToken('no-such-token');
    await refusal.waitFor();
    await tryToken((await stage.vendor.tokens()).revoked);
    await refusal.waitFor();
    await tryToken(`${'x'.repeat(1500)} "; drop table`);
    await refusal.waitFor();
    expect(await admin.getByText('no-such-token').count()).toBe(0);
  });

  it('cannot be checked while a proxy answers with a web page', async () => {
    stage.expectAnswer(admin, { status: 502, path: '/api/integrations' });
    await stage.vendor.faults([{ kind: 'html' }]);
    await tryToken((await stage.vendor.tokens()).demo);
    const said = dialog.getByRole('alert');
    await said.getByText(/MeisterTask (answered in a form|cannot be reached)/).waitFor();
    expect(await said.innerText()).not.toContain('<');
    await stage.vendor.faults([]);
  });

  it('of somebody without projects says that there is nothing to choose', async () => {
    await tryToken((await stage.vendor.tokens()).empty);
    await admin.getByText('This credential sees no projects.').waitFor();
    await admin.getByRole('radio', { name: /Choose projects/ }).check();
    expect(await admin.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
    await goTo(admin, 'Integrations');
    await admin.getByRole('link', { name: /with MeisterTask/ }).waitFor();
  });
});

describe('a vendor that answers slowly', () => {
  it('is waited for with a sign of life', async () => {
    const other = await stage.window();
    await signIn(other, stage.url, demo.administrator);
    await stage.vendor.faults([{ kind: 'slow', milliseconds: 1500 }]);
    await other.goto(`${stage.url}/integrations/meistertask`);
    await other.locator('[aria-busy="true"]').first().waitFor();
    await other.getByText('This credential sees no projects.').waitFor();
    await stage.vendor.faults([]);
    await other.context().close();
  });
});

const odd = {
  emoji: '👩‍🌾 Ernte 🍏🍐 — “fertig”?',
  rtl: 'تقرير سنوي (2027) & שלום',
  script: '<script>document.title="taken"</script><img src=x onerror=alert(1)>',
  long: `Endless ${'lorem🌲ipsum '.repeat(850)}`,
} as const;

describe('names', () => {
  it('come in as they are, whatever stands in them', async () => {
    const { vendor } = stage;
    const tree = await vendor.tree();
    const top = findNode(tree, 'project', project);
    const list = findNode(tree, 'list', 'To do', top);
    await vendor.act({ do: 'rename', kind: 'list', id: list.id, name: odd.rtl });
    for (const name of [odd.emoji, odd.script, odd.long]) await vendor.addTask(list.id, name);
    expect(odd.long.length).toBeGreaterThan(10_000);

    await admin.getByRole('link', { name: /with MeisterTask/ }).click();
    await admin.getByRole('button', { name: 'Use another credential' }).click();
    const asked = admin.getByRole('dialog', { name: 'Re-enable MeisterTask' });
    await giveCredential(asked, { 'Personal access token': (await vendor.tokens()).demo });
    await tickOnly(admin, [project]);
    await preview(admin);
    await importPreviewed(admin);
  });

  it('stand in the tree and in the picker in one line each, and nothing in them is carried out', async () => {
    await goTo(admin, 'Projects');
    await openBranch(admin, 'MeisterTask');
    await openBranch(admin, project);
    await openBranch(admin, odd.rtl);
    await lineOf(admin, odd.script).waitFor();
    await lineOf(admin, odd.emoji).waitFor();
    const endless = admin.getByRole('treeitem', { name: /^Endless/ });
    const [one, long] = await Promise.all([lineOf(admin, odd.emoji), endless].map(heightOf));
    expect(long).toBe(one);
    await endless.click();
    await admin.getByText('Who can track here').waitFor();
    await picture(admin, 'odd-names');
    await pickerOf(admin).click();
    await timerBar(admin).getByRole('combobox', { name: 'Search tasks' }).fill('Endless');
    await timerBar(admin)
      .getByRole('option', { name: /^Endless/ })
      .click();
    await startButton(admin).click();
    await stopButton(admin).click();
    await goTo(admin, 'Timesheet');
    await admin
      .getByRole('main')
      .getByRole('button', { name: /^Endless/ })
      .waitFor();
    expect(await admin.title()).toBe('Timesheet · Timegrove');
    const beyond = await admin.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });

  it('that are too long for an own task are refused with the limit', async () => {
    stage.expectAnswer(admin, { status: 422, path: '/api/tasks' });
    await goTo(admin, 'Projects');
    await admin.getByRole('button', { name: 'Add project' }).click();
    await admin.getByLabel('Name of the project').fill('x'.repeat(10_000));
    await admin.keyboard.press('Enter');
    await admin.getByText(/The name of a task has at most 1,?000 characters./).waitFor();
    await admin.getByLabel('Name of the project').fill('   ');
    await admin.keyboard.press('Escape');
  });
});

describe('a vendor that breaks down', () => {
  it('leaves the tree as it is, and the timesheet says so in a sentence', async () => {
    await stage.vendor.faults([{ kind: 'server-error' }]);
    await goTo(admin, 'Timesheet');
    await admin.getByRole('button', { name: 'Force synchronization' }).click();
    await admin
      .getByText(/MeisterTask cannot be reached/)
      .first()
      .waitFor();
    await goTo(admin, 'Projects');
    await lineOf(admin, odd.emoji).waitFor();
    await goTo(admin, 'Integrations');
    await admin.getByText('Last run failed').or(admin.getByText('Waits for the vendor')).waitFor();
    await stage.vendor.faults([]);
  });
});

async function heightOf(line: Locator): Promise<number> {
  return (await line.boundingBox())?.height ?? 0;
}
