import type { Page } from 'playwright-core';

/** Who somebody signs in as. */
export interface Login {
  readonly email: string;
  readonly password: string;
}

const password = 'demo-password';

/** The people of the demo. */
export const demo = {
  administrator: { email: 'admin@demo.example', password },
  supervisor: { email: 'supervisor@demo.example', password },
  user: { email: 'user@demo.example', password },
} as const;

/** Opens the app and signs in, until the timesheet stands there. */
export async function signIn(page: Page, url: string, login: Login): Promise<void> {
  await page.goto(url);
  await page.getByLabel('E-mail').fill(login.email);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Timesheet' }).waitFor();
}
