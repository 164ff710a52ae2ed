import { useHotkeys } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useState } from 'react';
import { Page } from '../../shell/page.tsx';
import { useMe } from '../session/queries.ts';
import { TaskDetail } from './detail/task-detail.tsx';
import { MoveDialog } from './move/move-dialog.tsx';
import './projects.css';
import { ProjectLists, type Tab } from './project-lists.tsx';
import { AddProjectButton } from './projects-tree.tsx';
import { mayAddProject } from './rights.ts';
import { useReveal } from './tree/use-reveal.ts';
import { useTree } from './tree/use-tree.ts';
import { useOpenedTask } from './use-opened-task.ts';
import { usePanelPlace } from './use-panel-place.ts';

/** The tree of projects and tasks, the archived ones, and one opened task. */
export function ProjectsScreen() {
  const { t } = useLingui();
  const tree = useTree();
  const [opened, open] = useOpenedTask();
  const [tab, setTab] = useState<Tab>('active');
  const [moving, setMoving] = useState<Task | null>(null);
  const { place, away, leave } = usePanelPlace(opened !== null);
  const mayAdd = mayAddProject(useMe().role);
  useReveal(tree, opened);
  useHotkeys([['Escape', () => opened && !isBusy() && open(null)]]);
  const addProject = (): void => {
    setTab('active');
    tree.deeds.startDraft(null);
  };
  return (
    <Page title={t`Projects`} actions={mayAdd && !away && <AddProjectButton onAdd={addProject} />}>
      <div className="projects" data-panel={place}>
        <ProjectLists
          hidden={away}
          tab={tab}
          onTab={setTab}
          tree={tree}
          opened={opened}
          onMove={setMoving}
          onOpen={(taskId) => {
            leave();
            open(taskId);
          }}
        />
        {opened && (
          <aside className="projects-side" data-focus="tree" aria-label={t`Task`}>
            <TaskDetail
              key={opened}
              taskId={opened}
              place={place}
              onOpen={open}
              onMove={setMoving}
              onClose={() => open(null)}
            />
          </aside>
        )}
      </div>
      <MoveDialog task={moving} onClose={() => setMoving(null)} />
    </Page>
  );
}

/** Whether Escape means something that stands before the screen. */
function isBusy(): boolean {
  return document.querySelector('[role=dialog], [role=menu]') !== null;
}
