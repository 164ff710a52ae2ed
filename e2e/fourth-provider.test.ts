import { copyTemplate } from '@timegrove/providers/kit/copy-template.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNode } from './stage/board.ts';
import {
  force,
  giveCredential,
  importPreviewed,
  openEnable,
  preview,
  tickOnly,
} from './stage/integration.ts';
import { goTo, lineOf, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

/**
 * What an author of a provider is promised: the copied template, named by nothing but the setting of
 * an operator, is an integration like the others. One story, told in order.
 */

const folder = copyTemplate('acme');
process.env['TIMEGROVE_PROVIDERS'] = folder.path;
const stage = useStage('filled');
afterAll(() => folder.remove());

const project = 'Customer portal';
const tracked = 'Prepare error pages before launch';
let admin: Page;

beforeAll(async () => {
  admin = await stage.window();
  await signIn(admin, stage.url, demo.administrator);
});

describe('a provider in a folder outside the repository', () => {
  it('stands among the integrations with its icon, and explains itself', async () => {
    await goTo(admin, 'Integrations');
    const card = admin.locator('.provider-card').filter({ hasText: 'Example' });
    const width = await card.locator('img').evaluate(async (icon: HTMLImageElement) => {
      await icon.decode();
      return icon.naturalWidth;
    });
    expect(width).toBeGreaterThan(0);
    await card.getByRole('link', { name: 'How it works: Example' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Help: Example' }).waitFor();
    const parts = admin.getByRole('article').getByRole('heading', { level: 2 });
    await parts.last().waitFor();
    expect(await parts.allInnerTexts()).toEqual([
      'Overview',
      'Enable',
      'Track time on imported items',
      'Disable',
    ]);
    await admin.getByRole('link', { name: 'Disable' }).click();
    await admin.waitForURL(/#disable$/);
  });

  it('is enabled with its credential, and imports what is chosen', async () => {
    const { token = '' } = (await stage.vendorOf('acme').credentials()).demo;
    await giveCredential(await openEnable(admin, 'Example'), { 'API token': token });
    await tickOnly(admin, [project]);
    await preview(admin);
    await importPreviewed(admin);
    await goTo(admin, 'Projects');
    await openBranch(admin, 'Example');
    await openBranch(admin, project);
    await lineOf(admin, tracked).waitFor();
  });

  it('is tracked on', async () => {
    await goTo(admin, 'Timesheet');
    await pick(admin, tracked);
    await startButton(admin).click();
    await stopButton(admin).click();
    await startButton(admin).waitFor();
    await admin
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${tracked}`) })
      .waitFor();
  });

  it('follows its vendor by Force synchronization', async () => {
    const vendor = stage.vendorOf('acme');
    const { id } = findNode(await vendor.tree(), 'project', project);
    await vendor.act({ do: 'rename', kind: 'project', id, name: 'Portal 2027' });
    expect(await force(admin)).toContain('1 renamed');
  });
});
