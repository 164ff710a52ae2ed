import type { Credential, Pulled, Tools } from '@timegrove/domain/provider.ts';
import { changedWhileRead, readArea } from '../kit/area.ts';
import { readProjects, readTasks } from './api.ts';
import { projectItem, taskItem } from './map.ts';

/** Reads the projects, then the tasks of all of them; the engine keeps what is selected. */
export async function* pull(
  tools: Tools,
  credential: Credential,
): AsyncGenerator<Pulled, void, void> {
  const projects = new Set<string>();
  const whole = yield* readArea({
    pages: readProjects(tools, credential),
    areas: [{ kind: 'project', below: 'everywhere' }],
    idOf: (row) => row.id,
    root: true,
    items: (rows) => {
      for (const row of rows) projects.add(row.id);
      return rows.map(projectItem);
    },
  });
  let strays = 0;
  yield* readArea({
    pages: readTasks(tools, credential),
    // Where not all projects were read, only the tasks of those that were can be vouched for.
    areas: whole ? [{ kind: 'task', below: 'everywhere' }] : [...projects].map(tasksBelow),
    idOf: (row) => row.id,
    items: (rows) => {
      const known = rows.filter((row) => projects.has(row.project_id));
      strays += rows.length - known.length;
      return known.map(taskItem);
    },
    gap: () => (whole && strays > 0 ? changedWhileRead : null),
  });
}

function tasksBelow(project: string) {
  return { kind: 'task', below: { kind: 'project', remoteId: project } } as const;
}
