import type { Provider } from '@timegrove/domain/provider.ts';
import { defineProvider } from '../kit/define-provider.ts';
import { readMe, readProjects } from './api.ts';
import { projectItem } from './map.ts';
import { pull } from './pull.ts';

/** Example: project › task. Say here in one sentence what is special about the vendor. */
export const provider: Provider = defineProvider({
  id: 'example',
  name: 'Example',
  rootName: 'Example',
  summary: 'Brings the projects and tasks of Example.',
  help: {
    text: 'Sign in at Example, open Settings › API and copy the token.',
    url: 'https://vendor.example/settings/api',
  },
  baseUrl: 'https://vendor.example/api',
  icon: 'icon.svg',
  fields: [{ key: 'token', label: 'API token', secret: true, placeholder: 'Paste the token here' }],
  levels: [
    {
      kind: 'project',
      words: { one: 'project', many: 'projects' },
      policy: { archived: 'archive', deleted: 'archive', absent: 'archive', completed: 'keep' },
    },
    {
      kind: 'task',
      words: { one: 'task', many: 'tasks' },
      policy: { archived: 'archive', deleted: 'archive', absent: 'archive', completed: 'keep' },
    },
  ],
  selects: 'project',
  schedule: 'hourly',
  reenables: 'new-credential',
  assigns: { owner: 'root', members: 'none' },
  budget: { requests: 60, seconds: 60, pauseSeconds: 60 },
  check: readMe,
  async containers(tools, credential) {
    const found = [];
    for await (const page of readProjects(tools, credential)) found.push(...page.rows);
    return found.map(projectItem);
  },
  pull,
});
