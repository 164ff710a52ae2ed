import { createSimulator } from '../kit/sandbox/create-simulator.ts';
import { html } from '../kit/sandbox/html.ts';
import type {
  ApiCall,
  Refusal,
  Sandbox,
  SandboxAccounts,
  SandboxNode,
  SimulatorOptions,
  VendorSandbox,
} from '../kit/sandbox/simulator.ts';
import { minimumRequests, pageSize } from './api.ts';
import { act, fill, listed } from './sandbox-data.ts';

const account = (key: string, label: string) => ({
  key,
  label,
  credential: { token: `sandbox-${key}-token` },
});

const accounts: SandboxAccounts = {
  demo: account('demo', 'Demo agency'),
  empty: account('empty', 'Without projects'),
  revoked: account('revoked', 'Revoked'),
  others: [],
};

/** Plays the vendor. */
export const sandbox: Sandbox = {
  start: (options) => createSimulator(vendor(options), options),
};

function vendor(options: SimulatorOptions): VendorSandbox {
  let nodes = fill(options);
  const nodesOf = (key: string) => (key === accounts.demo.key ? nodes : []);
  return {
    id: 'example',
    name: 'Example',
    apiPath: '/api',
    accounts,
    answer: (call) => answer(nodesOf, call),
    refuse,
    act(it) {
      const done = act(nodes, it);
      nodes = done.nodes;
      return done.node;
    },
    tree: nodesOf,
    minimumRequests(key) {
      const { project, task } = Object.groupBy(listed(nodesOf(key)), (node) => node.kind);
      return minimumRequests(project?.length ?? 0, task?.length ?? 0);
    },
    page: (key) =>
      html`<ul>
        ${nodesOf(key).map(({ kind, name, state }) => html`<li>${kind}: ${name} (${state})</li>`)}
      </ul>`,
    reset() {
      nodes = fill(options);
    },
  };
}

function answer(nodesOf: (key: string) => readonly SandboxNode[], call: ApiCall): Response {
  const token = call.headers.get('authorization')?.replace('Bearer ', '');
  const owner = [accounts.demo, accounts.empty].find((one) => one.credential.token === token);
  if (owner === undefined) return refuse('unauthorized');
  const nodes = listed(nodesOf(owner.key));
  switch (call.path) {
    case '/me':
      return Response.json({ name: 'Alva Example', email: 'alva@agency.example' });
    case '/projects':
      return page(call, nodes.filter((node) => node.kind === 'project').map(projectRow));
    case '/tasks':
      return page(call, nodes.filter((node) => node.kind === 'task').map(taskRow));
    default:
      return Response.json({ message: 'Not found' }, { status: 404 });
  }
}

function page(call: ApiCall, rows: readonly unknown[]): Response {
  const number = Number(call.url.searchParams.get('page') ?? 1);
  const size = Math.min(pageSize, Number(call.url.searchParams.get('per_page') ?? pageSize));
  return Response.json({ data: call.list(rows, { page: number, size }).rows, total: rows.length });
}

function projectRow({ id, name, state }: SandboxNode) {
  return { id, name, archived: state === 'archived' };
}

function taskRow({ id, parent, name, state }: SandboxNode) {
  const states = { active: 'open', completed: 'done', archived: 'archived', trashed: 'archived' };
  return { id, project_id: parent, title: name, state: states[state] };
}

function refuse(refusal: Refusal): Response {
  const statuses = {
    unauthorized: 401,
    forbidden: 403,
    'rate-limited': 429,
    quota: 429,
    'server-error': 500,
  };
  return Response.json({ message: `Refused: ${refusal}` }, { status: statuses[refusal] });
}
