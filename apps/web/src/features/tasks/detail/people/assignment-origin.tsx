import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Assignment, Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useProvider } from '../../../integrations/queries.ts';
import { taskQuery } from '../../queries.ts';

interface AssignmentOriginProps {
  readonly task: Task;
  readonly assignment: Assignment;
  readonly onOpen: (taskId: TaskId) => void;
}

/** Says where a right comes from: by hand or by which rule, here or from which task above. */
export function AssignmentOrigin({ task, assignment, onOpen }: AssignmentOriginProps) {
  const { active, origin, on } = assignment;
  return (
    <>
      {!active && (
        <>
          <Trans>deactivated</Trans>
          {' · '}
        </>
      )}
      {origin === 'rule' ? <ByRule task={task} on={on.id} /> : <Trans>by hand</Trans>}
      {on.id !== task.id && (
        <>
          {' · '}
          <Trans>
            inherited from{' '}
            <Anchor
              underline="always"
              component="button"
              type="button"
              size="xs"
              title={on.name}
              onClick={() => onOpen(on.id)}
            >
              <bdi>{on.name}</bdi>
            </Anchor>
          </Trans>
        </>
      )}
    </>
  );
}

/** A task has its vendor in common with the imported ones above it; an own task has none. */
function ByRule({ task, on }: { readonly task: Task; readonly on: TaskId }) {
  const elsewhere = useQuery(taskQuery(task.source === null ? on : null)).data;
  const source = task.source ?? elsewhere?.source;
  const vendor = useProvider(source?.provider)?.name ?? source?.provider;
  return vendor === undefined ? (
    <Trans>by the rule of an integration</Trans>
  ) : (
    <Trans>by the rule of {vendor}</Trans>
  );
}
