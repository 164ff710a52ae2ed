import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { demo, signIn } from './stage/sign-in.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let admin: Page;

beforeAll(async () => {
  admin = await stage.window();
  await signIn(admin, stage.url, demo.administrator);
});

async function languageOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('lang');
}

/** Chooses a language in the profile by the words that stand there now. */
async function choose(language: string, words: { field: string; save: string }): Promise<void> {
  await admin.goto(`${stage.url}/profile`);
  await admin.getByLabel(words.field, { exact: true }).selectOption({ label: language });
  await admin.getByRole('button', { name: words.save, exact: true }).click();
}

it('starts in the language of a visitor’s browser, refusals included', async () => {
  const visitor = await stage.window({ locale: 'de-DE' });
  stage.expectAnswer(visitor, { status: 401, path: '/api/sign-in' });
  await visitor.goto(stage.url);
  await visitor.getByRole('heading', { name: 'Anmelden' }).waitFor();
  expect(await languageOf(visitor)).toBe('de');
  await visitor.getByLabel('E-Mail').fill('niemand@demo.example');
  await visitor.getByLabel('Passwort', { exact: true }).fill('falsches Passwort');
  await visitor.getByRole('button', { name: 'Anmelden' }).click();
  await visitor.getByText('E-Mail und Passwort passen nicht zusammen.').waitFor();
  await visitor.getByRole('button', { name: 'Benutzer' }).click();
  await visitor.getByRole('button', { name: 'Anmelden' }).click();
  await visitor.getByRole('heading', { level: 1, name: 'Zeiterfassung' }).waitFor();
});

it('speaks the language of the profile at once and after a reload', async () => {
  await choose('Deutsch', { field: 'Language', save: 'Save' });
  await admin.getByRole('heading', { level: 1, name: 'Profil', exact: true }).waitFor();
  expect(await languageOf(admin)).toBe('de');
  await admin.reload();
  await admin.getByRole('heading', { level: 1, name: 'Profil', exact: true }).waitFor();
  expect(await languageOf(admin)).toBe('de');
});

it('says in that language why something typed does not fit', async () => {
  await admin.getByLabel('Name', { exact: true }).fill(' ');
  await admin.getByRole('button', { name: 'Speichern', exact: true }).click();
  await admin.getByText('Das darf nicht leer sein.').waitFor();
});

it('writes days as that language does, in the calendar too', async () => {
  await admin.goto(stage.url);
  const day = admin.getByRole('button', {
    name: /^(Mon|Diens|Donners|Frei|Sams|Sonn)tag, |^Mittwoch, /,
  });
  await expect.poll(() => day.innerText()).toMatch(/, \d{1,2}\. \p{L}+ \d{4}$/u);
  await day.click();
  await expect
    .poll(() => admin.locator('thead th').allInnerTexts())
    .toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
});

it('explains an integration in that language', async () => {
  await admin.goto(`${stage.url}/help/meistertask#enable`);
  await admin.getByRole('heading', { level: 2, name: 'Aktivieren', exact: true }).waitFor();
  expect(await admin.locator('article').getAttribute('lang')).toBe('de');
  await admin.getByText('Öffnen Sie Integrationen und drücken Sie bei').waitFor();
});

it('writes to whom one invites in the language that one reads', async () => {
  await admin.goto(`${stage.url}/people`);
  await admin.getByRole('button', { name: 'Einladen' }).click();
  await admin.getByLabel('E-Mail-Adressen').fill('neu@demo.example');
  await admin.getByRole('button', { name: 'Einladung senden' }).click();
  await admin.getByRole('dialog').waitFor({ state: 'hidden' });
  await admin.goto(`${stage.url}/settings/outbox`);
  await admin.getByText('Ada Linden lädt Sie zu Fernhill Studio auf Timegrove ein').waitFor();
});

it('counts in Polish as Polish does', async () => {
  await choose('Polski', { field: 'Sprache', save: 'Speichern' });
  await admin.getByRole('heading', { level: 1, name: 'Profil', exact: true }).waitFor();
  await expect.poll(() => languageOf(admin)).toBe('pl');
  await admin.goto(`${stage.url}/people`);
  await admin.getByText('4 aktywne osoby').waitFor();
  await admin.getByRole('button', { name: 'Zaproś' }).click();
  const addresses = admin.getByLabel('Adresy e-mail');
  const words = ['Wyślij zaproszenie', 'Wyślij 2 zaproszenia', 'Wyślij 5 zaproszeń'];
  for (const [nth, name] of words.entries()) {
    const people = Array.from(
      { length: [1, 2, 5][nth] ?? 0 },
      (_, at) => `osoba${at}@nowa.example`,
    );
    await addresses.fill(people.join('\n'));
    await admin.getByRole('button', { name, exact: true }).waitFor();
  }
});
