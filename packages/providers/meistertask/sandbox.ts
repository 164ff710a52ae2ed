import { createSimulator } from '../kit/sandbox/create-simulator.ts';
import { SandboxRefusal } from '../kit/sandbox/act.ts';
import type {
  ApiCall,
  Sandbox,
  SandboxAccounts,
  SimulatorOptions,
  VendorSandbox,
} from '../kit/sandbox/simulator.ts';
import { minimumRequests } from './plan.ts';
import { emptyAccount, seededAccount } from './sandbox/account.ts';
import type { Account } from './sandbox/account.ts';
import { act } from './sandbox/acts.ts';
import { ApiError, bad, refuse } from './sandbox/answers.ts';
import { board } from './sandbox/board.ts';
import { nodesOf } from './sandbox/nodes.ts';
import { listedProjects } from './sandbox/route-projects.ts';
import { route } from './sandbox/routes.ts';

const account = (key: string, label: string, token: string) => ({
  key,
  label,
  credential: { token },
});

const accounts: SandboxAccounts = {
  demo: account('demo', 'Demo agency', 'sandbox-demo-LPq7RcdCBh2Ng259NlwkX8mptUZ0wff5IyUzo'),
  empty: account('empty', 'Without projects', 'sandbox-empty-Vt4Kx0bWn8Jd3sYqEo6RmZc1Ha5Lf9Gu2TPi'),
  revoked: account('revoked', 'Revoked', 'sandbox-revoked-Qm5Zr8Ty1Wk4Bn7Cx0Lf3Hd6Js9Pa2Ge_V'),
  others: [
    account('second', 'A second agency', 'sandbox-second-Hs9Ek2Yd5Ua8Ob1Gi4Xn7Vc0Rt3Ql6JwMfK'),
  ],
};

/** Plays MeisterTask. */
export const sandbox: Sandbox = {
  start: (options) => createSimulator(vendor(options), options),
};

function vendor(options: SimulatorOptions): VendorSandbox {
  let data = fill(options);
  const of = (key: string): Account => {
    const found = data.get(key);
    if (found === undefined) throw new SandboxRefusal(`There is no account “${key}”.`);
    return found;
  };
  return {
    id: 'meistertask',
    name: 'MeisterTask',
    apiPath: '/api',
    accounts,
    rateLimit: { requests: 120, seconds: 60, blockSeconds: 180 },
    answer: (call) => answer(data, call),
    refuse,
    act: (it) => act(of(it.account ?? accounts.demo.key), it),
    tree: (key) => nodesOf(of(key)),
    minimumRequests: (key) => minimumOf(of(key)),
    page: (key, url) => board(of(key), url),
    reset() {
      data = fill(options);
    },
  };
}

function fill(options: SimulatorOptions): ReadonlyMap<string, Account> {
  const now = options.now ?? (() => new Date());
  const seed = options.seed ?? 1;
  return new Map([
    [accounts.demo.key, seededAccount(3_000_000, now, options.size, seed)],
    [accounts.empty.key, emptyAccount(8_000_000, now)],
    ['second', seededAccount(9_000_000, now, 'agency', seed + 1)],
  ]);
}

function answer(data: ReadonlyMap<string, Account>, call: ApiCall): Response {
  const account = accountOf(data, call);
  if (account === undefined) return refuse('unauthorized');
  const others = [...data.values()].filter((other) => other !== account);
  try {
    return route(account, call, (id) =>
      others.some((other) => other.projects.get(id) !== undefined),
    );
  } catch (error) {
    if (error instanceof ApiError) return bad(error.status, error.message);
    throw error;
  }
}

// An old client sends the token as `?access_token=` [I]; the importer never does.
function accountOf(data: ReadonlyMap<string, Account>, call: ApiCall): Account | undefined {
  const header = /^Bearer (\S+)$/.exec(call.headers.get('authorization') ?? '')?.[1];
  const token = header ?? call.url.searchParams.get('access_token');
  const known = [accounts.demo, accounts.empty, ...accounts.others];
  const owner = known.find(({ credential }) => credential['token'] === token);
  return owner === undefined ? undefined : data.get(owner.key);
}

function minimumOf(data: Account): number {
  return minimumRequests({
    projects: listedProjects(data, 'all').length,
    sections: data.sections.all().length,
    tasks: data.tasks.all().length,
  });
}
