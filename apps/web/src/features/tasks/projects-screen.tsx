import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { Page } from '../../shell/page.tsx';
import { useMe } from '../session/queries.ts';
import { ArchivedList } from './archived/archived-list.tsx';
import { TaskDetail } from './detail/task-detail.tsx';
import { MoveDialog } from './move/move-dialog.tsx';
import './projects.css';
import { AddProjectButton, ProjectsTree } from './projects-tree.tsx';
import { mayAddProject } from './rights.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { SidePanel } from './side-panel.tsx';
import { useTree, type Tree } from './tree/use-tree.ts';
import { useReveal } from './tree/use-reveal.ts';
import { useOpenedTask } from './use-opened-task.ts';

type Tab = 'active' | 'archived';

/** The tree of projects and tasks, the archived ones, and one opened task beside them. */
export function ProjectsScreen() {
  const { t } = useLingui();
  const tree = useTree();
  const [opened, open] = useOpenedTask();
  const [tab, setTab] = useState<Tab>('active');
  const [moving, setMoving] = useState<Task | null>(null);
  const { role } = useMe();
  const mayAdd = mayAddProject(role);
  useReveal(tree, opened);
  return (
    <Page
      title={t`Projects`}
      actions={
        mayAdd && (
          <AddProjectButton
            onAdd={() => {
              setTab('active');
              tree.startDraft(null);
            }}
          />
        )
      }
    >
      <div className="projects">
        <div className="projects-main">
          <Lists
            tab={tab}
            onTab={setTab}
            tree={tree}
            opened={opened}
            onOpen={open}
            onMove={setMoving}
          />
        </div>
        <SidePanel opened={opened !== null} onClose={() => open(null)}>
          {opened && (
            <TaskDetail
              key={opened}
              taskId={opened}
              onOpen={open}
              onMove={setMoving}
              onClose={() => open(null)}
            />
          )}
        </SidePanel>
      </div>
      <MoveDialog task={moving} onClose={() => setMoving(null)} />
    </Page>
  );
}

interface ListsProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly tree: Tree;
  readonly opened: TaskId | null;
  readonly onOpen: (taskId: TaskId) => void;
  readonly onMove: (task: Task) => void;
}

function Lists({ tab, onTab, tree, opened, onOpen, onMove }: ListsProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const openTask = (task: Task) => onOpen(task.id);
  const openFound = (task: TaskWithPath) => {
    for (const above of task.path) tree.setOpen(above.id, true);
    tree.focus(task.id);
    onOpen(task.id);
  };
  const searching = settled !== '' && search.trim() !== '';
  return (
    <>
      <div className="projects-tools">
        <SegmentedControl
          value={tab}
          onChange={onTab}
          data={[
            { value: 'active' as const, label: t`Active` },
            { value: 'archived' as const, label: t`Archived` },
          ]}
        />
        <SearchField value={search} onChange={setSearch} archived={tab === 'archived'} />
      </div>
      {tab === 'archived' && <ArchivedList search={searching ? settled : ''} onOpen={openTask} />}
      {tab === 'active' && searching && (
        <SearchResults search={settled} opened={opened} onOpen={openFound} />
      )}
      {tab === 'active' && !searching && (
        <ProjectsTree tree={tree} opened={opened} onOpen={openTask} onMove={onMove} />
      )}
    </>
  );
}
