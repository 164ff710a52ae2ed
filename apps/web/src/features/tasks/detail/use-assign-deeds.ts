import { useLingui } from '@lingui/react/macro';
import { assignGroup } from '@timegrove/contract/groups.ts';
import { assign, unassign, type Assignment } from '@timegrove/contract/tasks.ts';
import type { GroupId, MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { api } from '../../../shell/api.ts';
import { showUndo } from '../../../shell/undo.tsx';
import { useDeed } from '../../../shell/use-deed.ts';

interface Assigned {
  readonly memberId: MemberId;
  readonly role: ProjectRole;
}

interface GroupAssigned {
  readonly groupId: GroupId;
  readonly role: ProjectRole;
}

/** Assigns members to one task and takes assignments away, which can be undone. */
export function useAssignDeeds(taskId: TaskId) {
  const { t } = useLingui();
  const put = useDeed(
    ({ memberId, role }: Assigned) => api(assign, { params: { taskId, memberId }, body: { role } }),
    ['assignments', 'tasks'],
  );
  const putGroup = useDeed(
    ({ groupId, role }: GroupAssigned) =>
      api(assignGroup, { params: { taskId, groupId }, body: { role } }),
    ['assignments', 'tasks'],
  );
  const remove = useDeed(
    async (assignment: Pick<Assignment, 'memberId' | 'role' | 'name'>) => {
      const { memberId, role, name } = assignment;
      await api(unassign, { params: { taskId, memberId } });
      showUndo(t`${name} is no longer assigned here.`, () => put.mutate({ memberId, role }));
    },
    ['assignments', 'tasks'],
  );
  return { put, putGroup, remove };
}
