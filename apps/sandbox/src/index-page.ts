import { html } from '@timegrove/providers/kit/sandbox/html.ts';
import type { Html } from '@timegrove/providers/kit/sandbox/html.ts';
import { pageAnswer, pageHead } from '@timegrove/providers/kit/sandbox/frame.ts';
import type { SandboxAccount, Simulator } from '@timegrove/providers/kit/sandbox/simulator.ts';

/** The page that lists the simulated vendors, where their pages are and what signs in to them. */
export function indexPage(simulators: readonly Simulator[]): Response {
  const [first] = simulators;
  return pageAnswer(
    html`${pageHead('Sandbox', first === undefined ? '' : `${first.id}/_sandbox/`)}
      <body>
        <main class="index">
          <h1>Sandbox</h1>
          <p>
            Simulated vendors with made-up data. Nothing here leaves this machine, and what is
            changed here is forgotten when the sandbox stops.
          </p>
          ${simulators.map(card)}
        </main>
      </body>`,
  );
}

function card({ id, name, apiPath, accounts }: Simulator): Html {
  return html`<section class="vendor">
    <h2><a href="${id}/">${name}</a></h2>
    <p>API <code>/${id}${apiPath}</code></p>
    <table>
      <thead>
        <tr>
          <th>Account</th>
          <th>Credential</th>
        </tr>
      </thead>
      <tbody>
        ${[accounts.demo, ...accounts.others, accounts.empty, accounts.revoked].map(row)}
      </tbody>
    </table>
  </section>`;
}

function row({ label, credential }: SandboxAccount): Html {
  return html`<tr>
    <td>${label}</td>
    <td>${Object.values(credential).map((value) => html`<code>${value}</code> `)}</td>
  </tr>`;
}
