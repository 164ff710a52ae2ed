import { useLingui } from '@lingui/react/macro';
import { Refused } from '@timegrove/contract/client.ts';
import { assignGroup, type Group } from '@timegrove/contract/groups.ts';
import { assign, unassign, type Assignment, type Task } from '@timegrove/contract/tasks.ts';
import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { api } from '../../../../shell/api.ts';
import { showUndo } from '../../../../shell/undo.tsx';
import { useDeed } from '../../../../shell/use-deed.ts';
import { useProjectRoleWords } from './project-role.tsx';

/** A role that a member shall have on a task itself; null for none. */
interface Held {
  readonly memberId: MemberId;
  readonly role: ProjectRole | null;
}

type Person = Pick<Assignment, 'memberId' | 'name'>;
const topics = ['assignments', 'tasks'] as const;

/** Assigns members and groups to one task and takes assignments away; each of it can be undone. */
export function useAssignDeeds(task: Pick<Task, 'id' | 'source'>, direct: readonly Assignment[]) {
  const { t } = useLingui();
  const words = useProjectRoleWords();
  const back = useDeed((before: readonly Held[]) => putAll(task.id, before), topics);
  const heldBy = (memberId: MemberId): Held => ({
    memberId,
    role: direct.find((one) => one.memberId === memberId)?.role ?? null,
  });
  const put = useDeed(async ({ person, role }: { person: Person; role: ProjectRole }) => {
    const before = heldBy(person.memberId);
    await putOne(task.id, { memberId: person.memberId, role });
    const [name, word] = [person.name, words[role]];
    showUndo(t`${name} is assigned here now: ${word}.`, () => back.mutate([before]));
  }, topics);
  const putGroup = useDeed(async ({ group, role }: { group: Group; role: ProjectRole }) => {
    const before = group.memberIds.map(heldBy);
    const params = { taskId: task.id, groupId: group.id };
    const { changed } = await api(assignGroup, { params, body: { role } });
    const name = group.name;
    showUndo(
      changed === 0
        ? t`Everybody in ${name} had this role here already.`
        : t`Everybody in ${name} is assigned here now.`,
      () => back.mutate(before),
    );
  }, topics);
  const remove = useDeed(async (assignment: Assignment) => {
    const { memberId, name, origin } = assignment;
    await putOne(task.id, { memberId, role: null });
    const remembered = origin === 'rule' || task.source?.readOnly === true;
    showUndo(
      remembered
        ? t`${name} is no longer assigned here, and no rule of the integration brings that back.`
        : t`${name} is no longer assigned here.`,
      () => back.mutate([assignment]),
    );
  }, topics);
  return { put, putGroup, remove };
}

async function putAll(taskId: TaskId, held: readonly Held[]): Promise<void> {
  for (const one of held) await putOne(taskId, one);
}

async function putOne(taskId: TaskId, { memberId, role }: Held): Promise<void> {
  const params = { taskId, memberId };
  if (role !== null) {
    await api(assign, { params, body: { role } });
    return;
  }
  try {
    await api(unassign, { params });
  } catch (error) {
    // What shall be gone is gone.
    if (!(error instanceof Refused && error.refusal.code === 'assignment-not-found')) throw error;
  }
}
