import { Button, CloseButton, Group, Skeleton, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { TimerButton } from '@timegrove/ui/timer-button/timer-button.tsx';
import { sentenceOf } from '../../../shell/refusal.ts';
import { useMe } from '../../session/queries.ts';
import { ArchivedReason } from '../archived/archived-reason.tsx';
import { StarButton } from '../favourites/star-button.tsx';
import { taskQuery } from '../queries.ts';
import { rightsOn } from '../rights.ts';
import { useTaskTimer } from '../start-button.tsx';
import { StartLinkButton } from '../start-link.tsx';
import { TaskMark } from '../task-mark.tsx';
import type { PanelPlace } from '../use-panel-place.ts';
import { Assignments } from './people/assignments.tsx';
import './detail.css';
import { OriginLine } from './origin-line.tsx';
import { PathLinks } from './path-links.tsx';
import { StructureDeeds } from './structure-deeds.tsx';
import { TaskFields } from './fields/task-fields.tsx';
import { BranchTime } from './time/branch-time.tsx';
import { Notice } from '../../../shell/notice.tsx';

interface TaskDetailProps {
  readonly taskId: TaskId;
  readonly place: PanelPlace;
  readonly onOpen: (taskId: TaskId) => void;
  readonly onMove: (task: Task) => void;
  readonly onClose: () => void;
}

/** Everything about one task: its place, its time, where it comes from, its fields and its people. */
export function TaskDetail({ taskId, place, onOpen, onMove, onClose }: TaskDetailProps) {
  const { t } = useLingui();
  const { data: task, error } = useQuery(taskQuery(taskId));
  return (
    <Stack gap="md">
      {place === 'instead' && (
        <Button
          className="detail-back"
          variant="default"
          size="compact-md"
          leftSection={<IconArrowLeft size={16} />}
          onClick={onClose}
        >
          <Trans>Back to the list</Trans>
        </Button>
      )}
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div className="detail-head">
          {task && <PathLinks path={task.path} onOpen={onOpen} />}
          {task && (
            <Title order={2} className="detail-name">
              <TaskMark task={task} /> <bdi>{task.name}</bdi>
            </Title>
          )}
          {!task && !error && <Skeleton height={20} width={180} />}
        </div>
        <Group gap={2} wrap="nowrap">
          {task && <StarButton task={task} />}
          {place === 'beside' && <CloseButton aria-label={t`Close`} onClick={onClose} />}
        </Group>
      </Group>
      {error && !task && <Notice kind="danger">{sentenceOf(error)}</Notice>}
      {task && <DetailBody task={task} onOpen={onOpen} onMove={onMove} />}
    </Stack>
  );
}

interface DetailBodyProps {
  readonly task: TaskWithPath;
  readonly onOpen: (taskId: TaskId) => void;
  readonly onMove: (task: Task) => void;
}

function DetailBody({ task, onOpen, onMove }: DetailBodyProps) {
  const rights = rightsOn(task, useMe().role);
  return (
    <>
      {task.archived && (
        <Notice kind="hint">
          <ArchivedReason task={task} />
        </Notice>
      )}
      {task.trackable && task.archived === null && <StartHere task={task} />}
      {rights.merePath && (
        <Notice kind="hint">
          <Trans>You see this only as the path to a task below it that you are assigned to.</Trans>
        </Notice>
      )}
      {!rights.merePath && <BranchTime task={task} />}
      {task.source && <OriginLine taskId={task.id} source={task.source} />}
      {rights.structure === 'open' && <StructureDeeds task={task} onMove={onMove} />}
      <TaskFields task={task} editable={rights.manage} />
      <Assignments task={task} onOpen={onOpen} />
    </>
  );
}

function StartHere({ task }: { readonly task: TaskWithPath }) {
  const { running, toggle } = useTaskTimer(task);
  return (
    <div className="detail-start">
      <TimerButton running={running} onStart={toggle} onStop={toggle} />
      <StartLinkButton task={task} />
    </div>
  );
}
