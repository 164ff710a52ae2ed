import type { Container, Fate, Provider } from '@timegrove/domain/provider.ts';
import { defineProvider } from '../kit/define-provider.ts';
import { readMe, readWorkspaces } from './api.ts';
import { workspaceContainer } from './map.ts';
import { readPeople } from './people.ts';
import { pull } from './pull.ts';
import { explain, quota } from './refusals.ts';

// A task that is done counts as completed: Toggl knows no other end of it but being deleted.
const follows: Readonly<Record<'archived' | 'deleted' | 'completed' | 'absent', Fate>> = {
  archived: 'archive',
  deleted: 'archive',
  completed: 'archive',
  absent: 'archive',
};

/** Toggl Track: workspace › client › project › task; whatever goes away goes to the Archived tasks. */
export const provider: Provider = defineProvider({
  id: 'toggl',
  name: 'Toggl',
  rootName: 'Toggl',
  summary:
    'Brings the clients, projects and tasks of your Toggl Track workspaces, whenever you save.',
  help: {
    text: 'Sign in at Toggl Track, open your profile settings and copy the API token at the end of the page.',
    url: 'https://track.toggl.com/profile',
  },
  baseUrl: 'https://api.track.toggl.com/api/v9',
  icon: 'icon.svg',
  fields: [
    { key: 'token', label: 'API token', secret: true, placeholder: 'Paste the API token here' },
  ],
  levels: [
    { kind: 'workspace', words: { one: 'workspace', many: 'workspaces' }, policy: follows },
    { kind: 'client', words: { one: 'client', many: 'clients' }, policy: follows },
    { kind: 'project', words: { one: 'project', many: 'projects' }, policy: follows },
    { kind: 'task', words: { one: 'task', many: 'tasks' }, policy: follows },
  ],
  selects: 'workspace',
  schedule: 'on-save',
  reenables: 'stored-first',
  assigns: { owner: 'root', members: 'by-email-to-containers' },
  // One request a second is safe, in a bucket that leaks [D]: ten may come at once, as a small import
  // does, and no more in any ten seconds. A 429 means “a few minutes” [D].
  budget: { requests: 10, seconds: 10, pauseSeconds: 180 },
  explain,
  quota,
  async check(tools, credential) {
    const me = await readMe(tools, credential);
    return { name: me.fullname, email: me.email };
  },
  async containers(tools, credential) {
    const found: Container[] = [];
    for await (const { rows } of readWorkspaces(tools, credential))
      found.push(...rows.map(workspaceContainer));
    return found;
  },
  pull,
  people: readPeople,
});
