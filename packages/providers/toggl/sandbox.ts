import { SandboxRefusal } from '../kit/sandbox/act.ts';
import { createSimulator } from '../kit/sandbox/create-simulator.ts';
import type {
  ApiCall,
  Sandbox,
  SandboxAccounts,
  SimulatorOptions,
  VendorSandbox,
} from '../kit/sandbox/simulator.ts';
import { minimumRequests } from './plan.ts';
import type { Account } from './sandbox/account.ts';
import { act } from './sandbox/acts.ts';
import {
  ApiError,
  bad,
  refuse,
  usedUp,
  withQuota,
  withoutCredential,
  wrongCredential,
} from './sandbox/answers.ts';
import { board } from './sandbox/board.ts';
import { demoAccount, emptyAccount, freeAccount, secondAccount } from './sandbox/fill.ts';
import { nodesOf, visibleTasks } from './sandbox/nodes.ts';
import { createHourlyCalls } from './sandbox/quota.ts';
import type { HourlyCalls } from './sandbox/quota.ts';
import { route } from './sandbox/routes.ts';
import { plans } from './sandbox/rows.ts';

const account = (key: string, label: string, token: string) => ({
  key,
  label,
  credential: { token },
});

const accounts: SandboxAccounts = {
  demo: account('demo', 'Demo agency', '5a4db0c5de300a6e4c7f19d2b83e64f1'),
  empty: account('empty', 'Without projects', '5a4db0c5e3979a0b1c6d2e4f58a7b9c3'),
  revoked: account('revoked', 'Revoked', '5a4db0c5dead7e11f0a2b4c6d8e1f3a5'),
  others: [
    account('second', 'A second agency', '5a4db0c5ec0d29b8d7c6b5a4f3e2d1c0'),
    account('free', 'Free plan, without tasks', '5a4db0c5f7ee10c3e5a7b9d1f2c4e6a8'),
  ],
};

/** Plays Toggl Track. */
export const sandbox: Sandbox = {
  start: (options) => createSimulator(vendor(options), options),
};

function vendor(options: SimulatorOptions): VendorSandbox {
  const now = options.now ?? (() => new Date());
  const calls = createHourlyCalls(now, options.rateLimit !== false);
  let data = fill(options, now);
  const of = (key: string): Account => {
    const found = data.get(key);
    if (found === undefined) throw new SandboxRefusal(`There is no account “${key}”.`);
    return found;
  };
  return {
    id: 'toggl',
    name: 'Toggl',
    apiPath: '/api/v9',
    accounts,
    // One call a second is documented as safe; how many may come at once is a guess [?].
    rateLimit: { requests: 60, seconds: 60, blockSeconds: 5 },
    // Lists of projects tell no total and no size.
    tellsPages: false,
    answer: (call) => answer(data, calls, call),
    refuse,
    act: (it) => act(of(it.account ?? accounts.demo.key), it),
    events: {
      downgrade: {
        label: 'Downgrade to Free',
        happen: (key) => {
          for (const organization of of(key).organizations) organization.plan = 'free';
        },
      },
    },
    tree: (key) => nodesOf(of(key)),
    minimumRequests: (key) => minimumOf(of(key)),
    page: (key, url) => board(of(key), url),
    reset() {
      data = fill(options, now);
      calls.clear();
    },
  };
}

function fill(options: SimulatorOptions, now: () => Date): ReadonlyMap<string, Account> {
  const { size, seed = 1 } = options;
  return new Map([
    [accounts.demo.key, demoAccount({ firstId: 4_000_000, now, size, seed })],
    [accounts.empty.key, emptyAccount({ firstId: 6_000_000, now }, 'premium', 'Still empty')],
    ['second', secondAccount({ firstId: 7_000_000, now, size: 'agency', seed: seed + 1 })],
    ['free', freeAccount({ firstId: 8_000_000, now })],
  ]);
}

function answer(data: ReadonlyMap<string, Account>, calls: HourlyCalls, call: ApiCall): Response {
  const given = call.headers.get('authorization');
  if (given === null) return withoutCredential();
  const account = accountOf(data, given);
  if (account === undefined) return wrongCredential();
  const { key, total } = countOf(account, call);
  const left = calls.spend(key, total);
  return left === null ? usedUp(calls.resetsIn(key)) : withQuota(routed(account, call), left);
}

function routed(account: Account, call: ApiCall): Response {
  try {
    return route(account, call);
  } catch (error) {
    if (error instanceof ApiError) return bad(error.status, error.message);
    throw error;
  }
}

// The user name is the token, the password the word `api_token` [D]; e-mail and password are not played.
function accountOf(data: ReadonlyMap<string, Account>, header: string): Account | undefined {
  const pair = Buffer.from(/^Basic (\S+)$/.exec(header)?.[1] ?? '', 'base64').toString('utf8');
  const known = [accounts.demo, accounts.empty, ...accounts.others];
  const owner = known.find(({ credential }) => pair === `${credential['token']}:api_token`);
  return owner === undefined ? undefined : data.get(owner.key);
}

// Each organization counts by itself, for each person; calls about the person are counted apart [D].
function countOf({ me, spaces, hourlyCalls }: Account, { path }: ApiCall) {
  const space = spaces.get(Number(/^\/workspaces\/(\d+)/.exec(path)?.[1]));
  if (space === undefined) return { key: `person ${me.id}`, total: hourlyCalls };
  const { id, plan } = space.workspace.organization;
  return { key: `organization ${id}`, total: plans[plan].hourly };
}

function minimumOf({ spaces }: Account): number {
  const read = [...spaces.values()].filter(({ workspace }) => workspace.server_deleted_at === null);
  return minimumRequests(
    read.map((space) => ({
      projects: space.projects.all().length,
      tasks: visibleTasks(space).length,
    })),
  );
}
