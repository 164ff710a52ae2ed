import { createSimulator } from '../kit/sandbox/create-simulator.ts';
import { SandboxRefusal } from '../kit/sandbox/act.ts';
import type {
  ApiCall,
  Sandbox,
  SimulatorOptions,
  VendorEvent,
  VendorSandbox,
} from '../kit/sandbox/simulator.ts';
import { minimumRequests } from './api.ts';
import { routes } from './routes.ts';
import { act } from './sandbox/acts.ts';
import { pageOf, refuse } from './sandbox/answers.ts';
import { board } from './sandbox/board.ts';
import { pageAt } from './sandbox/page-at.ts';
import { fill } from './sandbox/fill.ts';
import { nodesOf } from './sandbox/nodes.ts';
import { accounts, everybody } from './sandbox/people.ts';
import { route } from './sandbox/routes.ts';
import type { User } from './sandbox/rows.ts';
import { answerToken } from './sandbox/token-route.ts';
import { createTokens } from './sandbox/tokens.ts';
import type { Tokens } from './sandbox/tokens.ts';
import { boardsOf, isThere, organizationsOf } from './sandbox/visible.ts';
import type { World } from './sandbox/world.ts';

/** Plays TimeCamp Planner. */
export const sandbox: Sandbox = {
  start: (options) => createSimulator(vendor(options), options),
};

function vendor(options: SimulatorOptions): VendorSandbox {
  let world = fill(options);
  const tokens = createTokens(options.now ?? (() => new Date()));
  return {
    id: 'planner',
    name: 'Planner',
    apiPath: '/api',
    accounts,
    pageOf,
    events: eventsOf(tokens),
    answer: (call) => answer(world, tokens, call),
    refuse,
    act: (it) => act(world, userOf(it.account ?? accounts.demo.key), it),
    tree: (key) => nodesOf(world, userOf(key)),
    minimumRequests: (key) => minimumOf(world, userOf(key)),
    page: (key, url) => board({ world, user: userOf(key), url, mount: options.mount }),
    pageAt: (path, key, url) =>
      pageAt(
        { world, user: userOf(key), url, mount: options.mount, timegrove: options.timegrove },
        path,
      ),
    scriptsFrom: options.timegrove && new URL(options.timegrove).origin,
    reset() {
      world = fill(options);
    },
  };
}

function eventsOf(tokens: Tokens): Readonly<Record<string, VendorEvent>> {
  return {
    'expire-access': {
      label: 'Expire tokens',
      happen: (account) => tokens.expire(account),
    },
    'end-sessions': { label: 'End sessions', happen: (account) => tokens.revoke(account) },
  };
}

function userOf(key: string): User {
  const found = everybody.find((person) => person.key === key);
  if (found === undefined) throw new SandboxRefusal(`There is no account “${key}”.`);
  return found.user;
}

function answer(world: World, tokens: Tokens, call: ApiCall): Response {
  if (call.path === routes.token)
    return call.method === 'POST' ? answerToken(tokens, call) : refuse('forbidden');
  const token = /^Bearer (\S+)$/.exec(call.headers.get('authorization') ?? '')?.[1];
  const person = tokens.readAccess(token ?? '');
  return person === undefined ? refuse('unauthorized') : route(world, person.user, call);
}

function minimumOf(world: World, user: User): number {
  const organizations = organizationsOf(world, user).filter(isThere);
  const projects = organizations.flatMap((one) => boardsOf(world, user, one)).filter(isThere);
  return minimumRequests({ organizations: organizations.length, projects: projects.length });
}
