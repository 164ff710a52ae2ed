import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { Choice } from '../../shell/choice.tsx';
import { ArchivedList } from './archived/archived-list.tsx';
import { Favourites } from './favourites/favourites.tsx';
import { ProjectsTree } from './projects-tree.tsx';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import type { Tree } from './tree/use-tree.ts';

/** Which tasks are listed. */
export type Tab = 'active' | 'archived';

interface ProjectListsProps {
  /** Kept as they are while something else has their place. */
  readonly hidden: boolean;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly tree: Tree;
  readonly opened: TaskId | null;
  readonly onOpen: (taskId: TaskId) => void;
  readonly onMove: (task: Task) => void;
}

/** The favourites and the tree, what a search finds, or the archived tasks. */
export function ProjectLists(props: ProjectListsProps) {
  const { hidden, tab, onTab, tree, opened, onOpen, onMove } = props;
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const openTask = (task: Task) => onOpen(task.id);
  const openFound = (task: TaskWithPath) => {
    tree.deeds.seek(task);
    onOpen(task.id);
  };
  const searching = settled !== '' && search.trim() !== '';
  return (
    <div className="projects-main" hidden={hidden}>
      <div className="projects-tools">
        <Choice
          label={t`Which tasks are shown`}
          value={tab}
          onChoose={onTab}
          options={[
            { value: 'active', label: t`Active` },
            { value: 'archived', label: t`Archived` },
          ]}
        />
        <SearchField value={search} onChange={setSearch} archived={tab === 'archived'} />
      </div>
      {tab === 'archived' && <ArchivedList search={searching ? settled : ''} onOpen={openTask} />}
      {tab === 'active' && searching && (
        <SearchResults search={settled} opened={opened} onOpen={openFound} />
      )}
      {tab === 'active' && !searching && (
        <>
          <Favourites opened={opened} onOpen={openFound} />
          <ProjectsTree tree={tree} opened={opened} onOpen={openTask} onMove={onMove} />
        </>
      )}
    </div>
  );
}
