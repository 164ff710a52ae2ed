import type { Fault } from './faults.ts';
import { faultSentences } from './faults.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { SandboxAccount, Simulator, VendorSandbox } from './simulator.ts';

/** The head of a sandbox page; `assets` is the relative address of the folder with style and script. */
export function pageHead(title: string, assets: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${assets}page.css" />
    <link rel="stylesheet" href="${assets}board.css" />
  </head>`;
}

/** A page as an answer, with a policy that lets nothing foreign in but scripts of one origin. */
export function pageAnswer(page: Html, scriptsFrom = ''): Response {
  const own = `'self' ${scriptsFrom}`.trim();
  return new Response(`<!doctype html><html lang="en">${page.markup}</html>`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'self' 'unsafe-inline'; script-src ${own}; connect-src ${own}; img-src data:; form-action 'self'; base-uri 'none'`,
    },
  });
}

interface Framed {
  readonly simulator: Simulator;
  readonly vendor: VendorSandbox;
  readonly account: SandboxAccount;
  /** The relative address of the folder with style and script. */
  readonly assets: string;
  /** The vendor's part. */
  readonly page: Html;
}

/** The whole page of a simulated vendor: who is signed in, the fault switches, and the vendor's part. */
export function frame({ simulator, vendor, account, assets, page }: Framed): Html {
  return html`${pageHead(`${vendor.name} sandbox`, assets)}
    <body data-account="${account.key}">
      <header class="top">
        <p class="brand"><strong>${vendor.name}</strong> <span>sandbox, made-up data</span></p>
        ${accountPicker(simulator, account)} ${faultPanel(simulator)} ${requestPanel(simulator)}
        ${eventButtons(vendor)}
        <button type="button" data-reset>Start afresh</button>
      </header>
      <p class="alert" role="alert"></p>
      <main id="page">${page}</main>
      <script src="${assets}page.js" type="module"></script>
    </body>`;
}

function accountPicker({ accounts }: Simulator, account: SandboxAccount): Html {
  const all = [accounts.demo, ...accounts.others, accounts.empty];
  return html`<form method="get" class="account">
    <label
      >Signed in as
      <select name="account" data-submit>
        ${all.map(
          ({ key, label }) =>
            html`<option value="${key}" ${key === account.key ? html`selected` : ''}>
              ${label}
            </option>`,
        )}
      </select></label
    >
    <details class="panel" id="credential">
      <summary>Credential</summary>
      <div>
        ${Object.entries(account.credential).map(
          ([name, value]) =>
            html`<p>${name}<br /><code>${value}</code></p>
              <button type="button" data-copy="${value}">Copy</button>`,
        )}
      </div>
    </details>
  </form>`;
}

const numbers: Readonly<Record<string, { readonly name: string; readonly value: number }>> = {
  'page-cap': { name: 'rows', value: 10 },
  slow: { name: 'milliseconds', value: 3000 },
};

function faultPanel({ faults }: Simulator): Html {
  const active = faults.list();
  return html`<details class="panel" id="faults">
    <summary>
      Faults ${active.length > 0 && html`<span class="count">${active.length} on</span>`}
    </summary>
    <form data-faults>
      ${Object.entries(faultSentences).map(([kind, sentence]) =>
        faultSwitch(
          kind,
          sentence,
          active.find((fault) => fault.kind === kind),
        ),
      )}
      <label class="number">only on page <input name="page" type="number" min="1" /></label>
      <label class="number">only below <input name="path" placeholder="/tasks" /></label>
      <p>
        <button type="submit" id="faults-on">Switch on</button>
        <button type="button" id="faults-off" data-no-faults>All off</button>
      </p>
    </form>
  </details>`;
}

function faultSwitch(kind: string, sentence: string, active: Fault | undefined): Html {
  const number = numbers[kind];
  return html`<label>
    <input type="checkbox" name="kind" value="${kind}" ${active !== undefined && html`checked`} />
    <span>${sentence}</span>
    ${
      number !== undefined &&
      html`<input
        type="number"
        min="1"
        name="${number.name}"
        value="${number.value}"
        aria-label="${number.name}"
      />`
    }
    ${kind === 'missing-field' && html`<input name="field" value="name" aria-label="field" />`}
  </label>`;
}

function eventButtons({ events = {} }: VendorSandbox): Html {
  return html`${Object.entries(events).map(
    ([event, { label }]) => html`<button type="button" data-event="${event}">${label}</button>`,
  )}`;
}

function requestPanel({ requests }: Simulator): Html {
  return html`<details class="panel" id="requests">
    <summary>Requests <span class="count">${requests.count}</span></summary>
    <ol>
      ${requests.requests
        .slice(-20)
        .map(({ method, path, status }) => html`<li><b>${status}</b> ${method} ${path}</li>`)}
    </ol>
  </details>`;
}
