import { Skeleton, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { assignmentsQuery } from '../queries.ts';
import { AssignForm } from './assign-form.tsx';
import { AssignmentLine } from './assignment-line.tsx';

interface AssignmentsProps {
  readonly task: Task;
  readonly onOpen: (taskId: TaskId) => void;
}

/** Who may track on a task and why, and the form to assign more. */
export function Assignments({ task, onOpen }: AssignmentsProps) {
  const { data, isError } = useQuery(assignmentsQuery(task.id));
  if (isError) return null;
  return (
    <section>
      <Title order={3} mb={4}>
        <Trans>Who can track here</Trans>
      </Title>
      {data === undefined && <Skeleton height={32} />}
      {data?.assignments.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Nobody yet.</Trans>
        </Text>
      )}
      <ul className="detail-people">
        {data?.assignments.map((assignment) => (
          <AssignmentLine
            key={`${assignment.memberId}:${assignment.on.id}`}
            task={task}
            assignment={assignment}
            mayAssign={data.mayAssign}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {data?.mayAssign === true && task.archived === null && (
        <AssignForm
          task={task}
          taken={data.assignments
            .filter(({ on }) => on.id === task.id)
            .map(({ memberId }) => memberId)}
        />
      )}
    </section>
  );
}
