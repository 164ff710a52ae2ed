import type { Container, Fate, Provider, VendorRefusal } from '@timegrove/domain/provider.ts';
import { defineProvider } from '../kit/define-provider.ts';
import { reasonOf } from '../kit/refusal.ts';
import { readMe, readProjects } from './api.ts';
import type { ProjectRow } from './api.ts';
import { isKnownState, projectContainer } from './map.ts';
import { pull } from './pull.ts';

const stays: Readonly<Record<'archived' | 'deleted' | 'completed' | 'absent', Fate>> = {
  archived: 'keep',
  deleted: 'keep',
  completed: 'keep',
  absent: 'keep',
};

/** MeisterTask: project › list › task; a project that goes away takes its branch to the Archived tasks. */
export const provider: Provider = defineProvider({
  id: 'meistertask',
  name: 'MeisterTask',
  rootName: 'MeisterTask',
  summary: 'Brings the projects, sections and tasks of your MeisterTask boards, every hour.',
  help: {
    text: 'Sign in at MindMeister, open the API page and create a personal access token with access to MeisterTask.',
    url: 'https://www.mindmeister.com/api',
  },
  baseUrl: 'https://www.meistertask.com/api',
  icon: 'icon.svg',
  fields: [
    {
      key: 'token',
      label: 'Personal access token',
      secret: true,
      placeholder: 'Paste the token here',
    },
  ],
  levels: [
    {
      kind: 'project',
      words: { one: 'project', many: 'projects' },
      policy: { archived: 'archive', deleted: 'archive', absent: 'archive', completed: 'keep' },
    },
    { kind: 'list', words: { one: 'section', many: 'sections' }, policy: stays },
    { kind: 'task', words: { one: 'task', many: 'tasks' }, policy: stays },
  ],
  selects: 'project',
  schedule: 'hourly',
  reenables: 'new-credential',
  assigns: { owner: 'root', members: 'none' },
  // Over it the vendor shuts its door for 180 seconds and sends no header that says so [D].
  budget: { requests: 120, seconds: 60, pauseSeconds: 180 },
  explain: explainForbidden,
  async check(tools, credential) {
    const me = await readMe(tools, credential);
    return { name: `${me.firstname} ${me.lastname}`.trim(), email: me.email };
  },
  async containers(tools, credential) {
    const found = new Map<number, Container>();
    for await (const { rows } of readProjects(tools, credential))
      for (const row of rows.filter(isKnown)) found.set(row.id, projectContainer(row));
    return [...found.values()];
  },
  pull,
});

// What a pull would leave as it is cannot be ticked either.
function isKnown(row: ProjectRow): boolean {
  return isKnownState('project', row.status);
}

// “Access to project with ID 123 forbidden” speaks of one thing [D]; the token itself is still good.
function explainForbidden(refusal: VendorRefusal) {
  const reason = reasonOf(refusal.text);
  return refusal.status === 403 && /with ID \d+ forbidden/i.test(reason)
    ? { word: 'gone' as const, reason }
    : undefined;
}
