import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { lookAt } from './stage/look-at.ts';
import { goTo } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let sam: Page;

beforeAll(async () => {
  sam = await stage.window();
  await signIn(sam, stage.url, demo.supervisor);
});

async function add(name: string): Promise<void> {
  await sam.getByLabel('New tag').fill(name);
  await sam.getByRole('button', { name: 'Add tag' }).click();
}

describe('the tags of an account', () => {
  it('are added, renamed and coloured, each name once', async () => {
    await goTo(sam, 'Tags');
    await sam.getByText('No tags yet').waitFor();
    await add('Urgent');
    await sam.getByLabel('Name of Urgent').waitFor();
    await add('On site');
    await sam.getByLabel('Name of On site').fill('At the museum');
    await sam.getByLabel('Name of On site').press('Enter');
    await sam.getByLabel('Name of At the museum').waitFor();
    await sam.getByRole('button', { name: 'Colour of Urgent' }).click();
    await sam.getByRole('menuitemradio', { name: 'orange' }).click();
    stage.expectAnswer(sam, { status: 409, path: '/api/tags' });
    await sam.getByLabel('Name of At the museum').fill('urgent');
    await sam.getByLabel('Name of At the museum').press('Enter');
    await sam.getByText('There already is a tag called “urgent”.').waitFor();
    expect(await sam.getByLabel('Name of At the museum').inputValue()).toBe('At the museum');
    await lookAt(sam, 'desktop', 'tags');
  });

  it('are archived and brought back', async () => {
    await sam.getByRole('button', { name: 'Archive Urgent' }).click();
    await sam.getByRole('heading', { name: 'Archived' }).waitFor();
    await sam.getByRole('button', { name: 'Bring Urgent back' }).click();
    await sam.getByRole('heading', { name: 'Archived' }).waitFor({ state: 'hidden' });
  });

  it('are only looked at by a user', async () => {
    const uma = await stage.window({ viewport: { width: 390, height: 844 } });
    await signIn(uma, stage.url, demo.user);
    await uma.goto(`${stage.url}/settings/tags`);
    await uma.getByText('At the museum').waitFor();
    expect(await uma.getByRole('main').getByRole('button').count()).toBe(0);
    await lookAt(uma, 'phone', 'tags');
  });
});
