import { Skeleton, Text, Title, UnstyledButton } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { sentenceOf } from '../../../../shell/refusal.ts';
import { assignmentsQuery } from '../../queries.ts';
import { AssignForm } from './assign-form.tsx';
import { AssignmentLine } from './assignment-line.tsx';

interface AssignmentsProps {
  readonly task: Task;
  readonly onOpen: (taskId: TaskId) => void;
}

/** How many are shown before one asks for all. */
const some = 12;

/** Who may track on a task and why, and the form to assign more. */
export function Assignments({ task, onOpen }: AssignmentsProps) {
  const { data, error } = useQuery(assignmentsQuery(task.id));
  const [all, setAll] = useState(false);
  const assignments = data?.assignments ?? [];
  const direct = assignments.filter(({ on }) => on.id === task.id);
  return (
    <section>
      <Title order={3} mb={4}>
        <Trans>Who can track here</Trans>
      </Title>
      {data === undefined && !error && <Skeleton height={32} />}
      {data === undefined && error && <Text size="sm">{sentenceOf(error)}</Text>}
      {data?.assignments.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Nobody yet.</Trans>
        </Text>
      )}
      <ul className="detail-people">
        {assignments.slice(0, all ? assignments.length : some).map((assignment) => (
          <AssignmentLine
            key={`${assignment.memberId}:${assignment.on.id}`}
            task={task}
            assignment={assignment}
            direct={direct}
            mayAssign={data?.mayAssign === true}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {!all && assignments.length > some && (
        <UnstyledButton className="quiet-more" onClick={() => setAll(true)}>
          <Plural value={assignments.length - some} one="# more" other="# more" />
        </UnstyledButton>
      )}
      {data?.mayAssign === true && task.archived === null && (
        <AssignForm task={task} direct={direct} />
      )}
    </section>
  );
}
