import { Button, Select, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { useState } from 'react';
import { memberLabel } from '../../members/member-label.ts';
import { groupsQuery, membersQuery } from '../../members/queries.ts';
import { ProjectRoleSelect } from './project-role.tsx';
import { useAssignDeeds } from './use-assign-deeds.ts';

interface AssignFormProps {
  readonly task: Task;
  /** The members who are assigned to the task itself already. */
  readonly taken: readonly MemberId[];
}

/** Assigns one more member, or a whole group, to a task and everything below it. */
export function AssignForm({ task, taken }: AssignFormProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [role, setRole] = useState<ProjectRole>('regular-user');
  const { put, putGroup } = useAssignDeeds(task.id);
  const { loaded, members, groups } = useAssignable(taken);
  const { t } = useLingui();
  const done = () => setChosen(null);
  const member = members.find(({ id }) => id === chosen);
  const group = groups.find(({ id }) => id === chosen);
  if (loaded && members.length + groups.length === 0) return null;
  return (
    <form
      className="detail-assign"
      onSubmit={(event) => {
        event.preventDefault();
        if (member) put.mutate({ memberId: member.id, role }, { onSuccess: done });
        if (group) putGroup.mutate({ groupId: group.id, role }, { onSuccess: done });
      }}
    >
      <AssigneeSelect chosen={chosen} onChoose={setChosen} members={members} groups={groups} />
      {(member ?? group) !== undefined && (
        <>
          <ProjectRoleSelect role={role} label={t`Role`} onRole={setRole} />
          <Button type="submit" size="xs" loading={put.isPending || putGroup.isPending}>
            <Trans>Assign</Trans>
          </Button>
        </>
      )}
      {group !== undefined && (
        <Text size="xs" c="dimmed" className="detail-assign-hint">
          <Trans>
            Assigns everybody who is in the group now. Who joins it later is not assigned by that.
          </Trans>
        </Text>
      )}
    </form>
  );
}

/** Whom the task can be given to: active members who do not have it yet, and groups with anybody in. */
function useAssignable(taken: readonly MemberId[]) {
  const { data } = useQuery(membersQuery);
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  return {
    loaded: data !== undefined,
    members: data?.members.filter(({ active, id }) => active && !taken.includes(id)) ?? [],
    groups: groups.filter(({ memberIds }) => memberIds.length > 0),
  };
}

interface AssigneeSelectProps extends Pick<ReturnType<typeof useAssignable>, 'members' | 'groups'> {
  readonly chosen: string | null;
  readonly onChoose: (chosen: string | null) => void;
}

function AssigneeSelect({ chosen, onChoose, members, groups }: AssigneeSelectProps) {
  const { t } = useLingui();
  const people = members.map((one) => ({ value: one.id, label: memberLabel(one, members) }));
  const teams = groups.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      size="xs"
      searchable
      clearable
      aria-label={t`Member to assign`}
      placeholder={teams.length === 0 ? t`Assign a member…` : t`Assign a member or a group…`}
      nothingFoundMessage={t`No such member`}
      value={chosen}
      onChange={onChoose}
      data={
        teams.length === 0
          ? people
          : [
              { group: t`Groups`, items: teams },
              { group: t`Members`, items: people },
            ]
      }
    />
  );
}
