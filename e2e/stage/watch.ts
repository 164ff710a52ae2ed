import type { ConsoleMessage, Page } from 'playwright-core';

/** An answer of the server that a journey provokes, e.g. `{ status: 422, path: '/api/integrations' }`. */
export interface ExpectedAnswer {
  /** 0: there is no answer, because the network or the server is away. */
  readonly status: number;
  /** The beginning of the address's path. */
  readonly path: string;
}

// Who is not signed in yet is told so when the app asks who it is.
const always: readonly ExpectedAnswer[] = [{ status: 401, path: '/api/me' }];

/** What went wrong in a window without a person seeing it. */
export interface Watch {
  /** Lets the server answer so from now on without this being trouble. */
  expect(answer: ExpectedAnswer): void;
  /** Gives what was found and forgets it. */
  take(): readonly string[];
}

/** Watches a window: errors in its console, violations of the content policy, requests elsewhere. */
export function watch(page: Page, origin: string): Watch {
  let troubles: string[] = [];
  const expected = [...always];
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message, expected))
      troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      troubles.push(`asked elsewhere: ${request.url()}`);
  });
  return {
    expect: (answer) => expected.push(answer),
    take() {
      const found = troubles;
      troubles = [];
      return found;
    },
  };
}

function isExpected(message: ConsoleMessage, expected: readonly ExpectedAnswer[]): boolean {
  const away = message.text().includes('net::ERR_') ? '0' : undefined;
  const status = /status of (\d{3})/.exec(message.text())?.[1] ?? away;
  if (status === undefined) return false;
  const { pathname } = new URL(message.location().url);
  return expected.some((one) => String(one.status) === status && pathname.startsWith(one.path));
}
