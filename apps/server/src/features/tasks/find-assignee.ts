import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { AssignmentOrigin, ProjectRole } from '@timegrove/domain/people/role.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';

/** A member and what they hold on one task itself, if anything; `role` null is a rule's, taken away. */
export interface Assignee {
  readonly name: string;
  readonly active: boolean;
  readonly held: { readonly role: ProjectRole | null; readonly origin: AssignmentOrigin } | null;
}

/** Finds the member an assignment is about. @throws DomainError not-found */
export async function findAssignee(
  desk: Desk,
  taskId: TaskId,
  memberId: MemberId,
): Promise<Assignee> {
  const row = await desk.db
    .selectFrom('member')
    .leftJoin('assignment', (join) =>
      join
        .onRef('assignment.account_id', '=', 'member.account_id')
        .onRef('assignment.member_id', '=', 'member.id')
        .on('assignment.task_id', '=', taskId),
    )
    .where('member.account_id', '=', desk.actor.accountId)
    .where('member.id', '=', memberId)
    .select(['member.name', 'member.active', 'assignment.role', 'assignment.origin'])
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('not-found', { thing: 'member' });
  const { name, active, role, origin } = row;
  return { name, active, held: origin === null ? null : { role, origin } };
}
