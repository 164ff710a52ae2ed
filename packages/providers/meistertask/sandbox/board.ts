import { html } from '../../kit/sandbox/html.ts';
import type { Html } from '../../kit/sandbox/html.ts';
import type { Account } from './account.ts';
/** The page. */
export function board(account: Account, url: URL): Html {
  return html`<p>${account.projects.all().length} ${url.pathname}</p>`;
}
