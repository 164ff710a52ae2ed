import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { lookAt } from './stage/look-at.ts';
import { walks } from './stage/walks.ts';
import { useStage } from './stage/use-stage.ts';
import { signIn } from './stage/sign-in.ts';

const stage = useStage('empty');
const owner = { email: 'mara@orchard.example', password: 'apple-pear-quince' };

/** Every screen by its address, and what it says while nothing is there yet. */
const screens: readonly (readonly [name: string, address: string, empty: string])[] = [
  ['timesheet', '/', 'Nothing to track on yet'],
  ['projects', '/projects', 'No projects yet'],
  ['people', '/people', '1 active member'],
  ['groups', '/people?tab=groups', 'No groups yet'],
  ['invitations', '/people?tab=invitations', 'No open invitations'],
  ['integrations', '/integrations', 'Enable MeisterTask'],
  ['account', '/settings/account', 'Company or team'],
  ['tags', '/settings/tags', 'No tags yet'],
  ['outbox', '/settings/outbox', 'No mails yet'],
  ['audit', '/settings/audit', 'Nothing yet'],
  ['profile', '/profile', 'You have no tokens yet.'],
];

it('makes the account', async () => {
  const mara = await stage.window();
  await mara.goto(stage.url);
  await mara.getByLabel('Company or team').fill('Orchard & Söhne');
  await lookAt(mara, 'desktop', 'sign-up');
  await mara.getByLabel('Your name').fill('Mara Quitte');
  await mara.getByLabel('E-mail').fill(owner.email);
  await mara.getByLabel('Password', { exact: true }).fill(owner.password);
  await mara.getByRole('button', { name: 'Create account' }).click();
  await mara.getByText('Nothing to track on yet').waitFor();
  await mara.context().close();
});

describe.each(walks)('%s', (walk, how) => {
  it('says on every screen of a new account what comes next', async () => {
    const page = await stage.window(how);
    await signIn(page, stage.url, owner);
    await page.getByRole('region', { name: 'First steps' }).waitFor();
    for (const [name, address, empty] of screens) {
      await page.goto(stage.url + address);
      await page
        .getByText(empty)
        .or(page.getByRole('button', { name: empty }))
        .first()
        .waitFor();
      await lookAt(page, walk, `empty-${name}`);
    }
    await page.context().close();
  });

  it('says on every screen what did not work', async () => {
    const page = await stage.window(how);
    await signIn(page, stage.url, owner);
    stage.expectAnswer(page, { status: 500, path: '/api' });
    await refuse(page);
    // The account's settings came with the word who is asking.
    for (const [name, address] of screens.filter(([name]) => name !== 'account')) {
      await page.goto(stage.url + (address === '/' ? '/?day=2026-01-05' : address));
      await page.getByText(sentence).first().waitFor();
      await lookAt(page, walk, `error-${name}`);
    }
    await page.context().close();
  });

  it('says that the server is away', async () => {
    const page = await stage.window(how);
    stage.expectAnswer(page, { status: 0, path: '/' });
    await signIn(page, stage.url, owner);
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`${stage.url}/?day=2026-01-05`);
    await page.getByText('The server does not answer').first().waitFor({ timeout: 30_000 });
    await lookAt(page, walk, 'away');
    await page.context().close();
  });
});

const sentence = 'The house is being repaired. Try again in a minute.';

/** Lets the server refuse everything but who is asking and what runs. */
async function refuse(page: Page): Promise<void> {
  const answered = ['/api/me', '/api/timer', '/api/news'];
  const refusal = { code: 'internal', message: sentence, requestId: 'req-4e1b' };
  await page.route('**/api/**', (route) =>
    answered.includes(new URL(route.request().url()).pathname)
      ? route.fallback()
      : route.fulfill({ status: 500, json: refusal }),
  );
}
