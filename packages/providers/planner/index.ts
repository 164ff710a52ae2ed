import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Fate, Identity, Level, Provider, Tools } from '@timegrove/domain/provider.ts';
import { defineProvider } from '../kit/define-provider.ts';
import { readMe } from './api.ts';
import { explain } from './explain.ts';
import { pull } from './pull.ts';
import { recheck } from './recheck.ts';
import { pauseSeconds, signIn } from './session.ts';
import type { Session } from './session.ts';

// What is done stays, what goes away is archived, on every level.
const policy: Readonly<Record<keyof Level['policy'], Fate>> = {
  archived: 'archive',
  deleted: 'archive',
  absent: 'archive',
  completed: 'keep',
};

/** TimeCamp Planner: workspace › project › list › task; everything that the person can see comes. */
export const provider: Provider = defineProvider({
  id: 'planner',
  name: 'Planner',
  rootName: 'Planner',
  summary: 'Brings all workspaces, projects, lists and tasks of TimeCamp Planner, every hour.',
  help: {
    text: 'Use the e-mail address and the password with which you sign in to Planner. They are exchanged for a session; the password is not kept.',
    url: 'https://planner.timecamp.com',
  },
  baseUrl: 'https://planner.timecamp.com/api',
  icon: 'icon.svg',
  fields: [
    { key: 'email', label: 'E-mail address', secret: false, placeholder: 'you@example.com' },
    { key: 'password', label: 'Password', secret: true, placeholder: 'Your Planner password' },
  ],
  levels: [
    { kind: 'workspace', words: { one: 'workspace', many: 'workspaces' }, policy },
    { kind: 'project', words: { one: 'project', many: 'projects' }, policy },
    { kind: 'list', words: { one: 'list', many: 'lists' }, policy },
    { kind: 'task', words: { one: 'task', many: 'tasks' }, policy },
  ],
  selects: null,
  schedule: 'hourly',
  reenables: 'by-unlinking',
  assigns: { owner: 'root', members: 'everyone-to-root' },
  // No limit is known [?]; two requests a second are what a busy person causes in a browser.
  budget: { requests: 120, seconds: 60, pauseSeconds },
  explain,
  async check(tools, credential) {
    const session = await signIn(tools, credential);
    const identity = await identify(tools, session, credential['email'] ?? '');
    const keep = session.credential();
    return keep['refreshToken'] === undefined ? identity : { ...identity, keep };
  },
  containers: () => Promise.resolve([]),
  pull,
  recheck,
});

// The route is only inferred; signing in has already shown whose credential it is.
async function identify(tools: Tools, session: Session, typed: string): Promise<Identity> {
  try {
    const { email, displayName } = await readMe(session);
    return { name: displayName?.trim() === '' ? email : (displayName ?? email), email };
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.failure.word !== 'gone') throw error;
    tools.note('Planner did not tell who is signed in; the typed e-mail address stands for them.');
    return { name: typed, email: typed };
  }
}
