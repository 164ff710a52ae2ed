import { ActionIcon, Anchor, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconUserMinus } from '@tabler/icons-react';
import type { Assignment, Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { ProjectRoleSelect, useProjectRoleWords } from './project-role.tsx';
import { useAssignDeeds } from './use-assign-deeds.ts';

interface AssignmentLineProps {
  readonly task: Task;
  readonly assignment: Assignment;
  readonly mayAssign: boolean;
  readonly onOpen: (taskId: TaskId) => void;
}

/** One member who may track here: the role, and where the assignment comes from. */
export function AssignmentLine({ task, assignment, mayAssign, onOpen }: AssignmentLineProps) {
  const { t } = useLingui();
  const words = useProjectRoleWords();
  const { put, remove } = useAssignDeeds(task.id);
  const { memberId, name, role, on } = assignment;
  const changeable = mayAssign && on.id === task.id && task.archived === null;
  return (
    <li>
      <div className="detail-person">
        <Text size="sm" truncate title={assignment.email} c={assignment.active ? '' : 'dimmed'}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <Origin assignment={assignment} direct={on.id === task.id} onOpen={onOpen} />
        </Text>
      </div>
      {changeable ? (
        <>
          <ProjectRoleSelect
            role={role}
            label={t`Role of ${name}`}
            onRole={(chosen) => put.mutate({ memberId, role: chosen })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Take ${name} off this task`}
            title={t`Take ${name} off this task`}
            loading={remove.isPending}
            onClick={() => remove.mutate({ memberId, role, name })}
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

interface OriginProps {
  readonly assignment: Assignment;
  readonly direct: boolean;
  readonly onOpen: (taskId: TaskId) => void;
}

function Origin({ assignment, direct, onOpen }: OriginProps) {
  const how =
    assignment.origin === 'rule' ? <Trans>by the integration</Trans> : <Trans>by hand</Trans>;
  return (
    <>
      {!assignment.active && (
        <>
          <Trans>deactivated</Trans>
          {' · '}
        </>
      )}
      {how}
      {!direct && (
        <>
          {' · '}
          <Trans>
            from{' '}
            <Anchor
              underline="always"
              component="button"
              type="button"
              size="xs"
              title={assignment.on.name}
              onClick={() => onOpen(assignment.on.id)}
            >
              <bdi>{assignment.on.name}</bdi>
            </Anchor>
          </Trans>
        </>
      )}
    </>
  );
}
