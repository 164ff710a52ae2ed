import { Button, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFolders, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { NothingYet } from '../../shell/nothing-yet.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { useMe } from '../session/queries.ts';
import { branchQuery } from './queries.ts';
import { TaskTree } from './tree/task-tree.tsx';
import type { Tree } from './tree/use-tree.ts';
import { Notice } from '../../shell/notice.tsx';

interface ProjectsTreeProps {
  readonly tree: Tree;
  readonly opened: TaskId | null;
  readonly onOpen: (task: Task) => void;
  readonly onMove: (task: Task) => void;
}

/** The tree, or what to do where there is none yet. */
export function ProjectsTree({ tree, opened, onOpen, onMove }: ProjectsTreeProps) {
  const projects = useQuery(branchQuery(null));
  if (projects.isPending) return <TreeSkeleton />;
  if (projects.isError) {
    return (
      <Notice
        kind="danger"
        deeds={
          <Button variant="default" size="compact-sm" onClick={() => void projects.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {sentenceOf(projects.error)}
      </Notice>
    );
  }
  if (tree.rows.length === 0) return <NoProjects onAdd={() => tree.deeds.startDraft(null)} />;
  return <TaskTree tree={tree} opened={opened} onOpen={onOpen} onMove={onMove} />;
}

function TreeSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="md" py="sm" aria-busy aria-label={t`Reading the projects`}>
      {['35%', '50%', '28%', '44%', '38%'].map((width) => (
        <Skeleton key={width} height={14} width={width} />
      ))}
    </Stack>
  );
}

function NoProjects({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useLingui();
  const { role } = useMe();
  const icon = <IconFolders size={24} />;
  if (role === 'administrator') {
    return (
      <NothingYet
        icon={icon}
        title={t`No projects yet`}
        action={
          <div className="projects-first">
            <Button component={Link} to="/integrations">
              <Trans>Enable an integration</Trans>
            </Button>
            <AddProjectButton onAdd={onAdd} />
          </div>
        }
      >
        <Trans>
          Enable an integration to bring in the projects your team already has, or add a project of
          your own.
        </Trans>
      </NothingYet>
    );
  }
  return (
    <NothingYet
      icon={icon}
      title={t`Nothing assigned to you yet`}
      action={role === 'supervisor' && <AddProjectButton onAdd={onAdd} />}
    >
      <Trans>
        Nobody has assigned you to a task yet. Ask an administrator or a project manager of your
        team to assign you; it then appears here by itself.
      </Trans>
    </NothingYet>
  );
}

/** Starts typing the name of a new project. */
export function AddProjectButton({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onAdd}>
      <Trans>Add project</Trans>
    </Button>
  );
}
