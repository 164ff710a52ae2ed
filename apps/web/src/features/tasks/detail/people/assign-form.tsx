import { Button, Select } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Group } from '@timegrove/contract/groups.ts';
import type { Assignment, Task } from '@timegrove/contract/tasks.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { useState } from 'react';
import { memberLabel } from '../../../members/member-label.ts';
import { groupsQuery, membersQuery } from '../../../members/queries.ts';
import { ProjectRoleSelect } from './project-role.tsx';
import { useAssignDeeds } from './use-assign-deeds.ts';

interface AssignFormProps {
  readonly task: Task;
  /** Who is assigned to the task itself already. */
  readonly direct: readonly Assignment[];
}

/** Assigns one more member, or everybody in a group, to a task and everything below it. */
export function AssignForm({ task, direct }: AssignFormProps) {
  const { t } = useLingui();
  const { members, groups } = useAssignable(direct);
  const [chosen, setChosen] = useState<string | null>(null);
  const [role, setRole] = useState<ProjectRole>('regular-user');
  const { put, putGroup } = useAssignDeeds(task, direct);
  const member = members.find(({ id }) => id === chosen);
  const group = groups.find(({ id }) => id === chosen);
  const onSuccess = () => setChosen(null);
  if (members.length + groups.length === 0) return null;
  const people = members.map((one) => ({ value: one.id, label: memberLabel(one, members) }));
  const sets = groups.map((one) => ({ value: one.id, label: one.name }));
  return (
    <form
      className="detail-assign"
      onSubmit={(event) => {
        event.preventDefault();
        if (group) putGroup.mutate({ group, role }, { onSuccess });
        if (member) {
          put.mutate({ person: { memberId: member.id, name: member.name }, role }, { onSuccess });
        }
      }}
    >
      <Select
        size="xs"
        searchable
        clearable
        aria-label={t`Member or group to assign`}
        placeholder={groups.length > 0 ? t`Assign a member or a group…` : t`Assign a member…`}
        nothingFoundMessage={t`No such member`}
        value={chosen}
        onChange={setChosen}
        data={[
          ...(sets.length > 0 ? [{ group: t`Groups`, items: sets }] : []),
          ...(people.length > 0 ? [{ group: t`Members`, items: people }] : []),
        ]}
      />
      {(member ?? group) && (
        <>
          <ProjectRoleSelect role={role} label={t`Role`} onRole={setRole} />
          <Button type="submit" size="xs" loading={put.isPending || putGroup.isPending}>
            <Trans>Assign</Trans>
          </Button>
        </>
      )}
      {group && <GroupHint group={group} />}
    </form>
  );
}

function GroupHint({ group }: { readonly group: Group }) {
  return (
    <p className="detail-assign-hint">
      <Plural
        value={group.memberIds.length}
        one="Assigns the # member of the group. Who joins it later is assigned by hand."
        other="Assigns the # members of the group. Who joins it later is assigned by hand."
      />
    </p>
  );
}

function useAssignable(direct: readonly Assignment[]) {
  const members = useQuery(membersQuery).data?.members ?? [];
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const taken = new Set(direct.map(({ memberId }) => memberId));
  return {
    members: members.filter(({ active, id }) => active && !taken.has(id)),
    groups: groups.filter(({ memberIds }) => memberIds.length > 0),
  };
}
