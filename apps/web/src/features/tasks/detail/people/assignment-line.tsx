import { ActionIcon, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconUserMinus } from '@tabler/icons-react';
import type { Assignment, Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { AssignmentOrigin } from './assignment-origin.tsx';
import { ProjectRoleSelect, useProjectRoleWords } from './project-role.tsx';
import { useAssignDeeds } from './use-assign-deeds.ts';

interface AssignmentLineProps {
  readonly task: Task;
  readonly assignment: Assignment;
  /** All the assignments to the task itself. */
  readonly direct: readonly Assignment[];
  readonly mayAssign: boolean;
  readonly onOpen: (taskId: TaskId) => void;
}

/** One member who may track here: the role, and where the assignment comes from. */
export function AssignmentLine(props: AssignmentLineProps) {
  const { task, assignment, direct, mayAssign, onOpen } = props;
  const { t } = useLingui();
  const words = useProjectRoleWords();
  const { put, remove } = useAssignDeeds(task, direct);
  const { name, role, on } = assignment;
  const changeable = mayAssign && on.id === task.id && task.archived === null;
  return (
    <li>
      <div className="detail-person">
        <Text size="sm" truncate title={assignment.email} c={assignment.active ? '' : 'dimmed'}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" c="dimmed" component="div">
          <AssignmentOrigin task={task} assignment={assignment} onOpen={onOpen} />
        </Text>
      </div>
      {changeable ? (
        <>
          <ProjectRoleSelect
            role={role}
            label={t`Role of ${name}`}
            onRole={(chosen) => put.mutate({ person: assignment, role: chosen })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Take ${name} off this task`}
            title={t`Take ${name} off this task`}
            loading={remove.isPending}
            onClick={() => remove.mutate(assignment)}
          >
            <IconUserMinus size={16} />
          </ActionIcon>
        </>
      ) : (
        <Text size="xs" c="dimmed">
          {words[role]}
        </Text>
      )}
    </li>
  );
}
