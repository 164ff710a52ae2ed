import { Button, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Member } from '@timegrove/contract/members.ts';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { useState } from 'react';
import { membersQuery } from '../../members/queries.ts';
import { ProjectRoleSelect } from './project-role.tsx';
import { useAssignDeeds } from './use-assign-deeds.ts';

interface AssignFormProps {
  readonly task: Task;
  /** The members who are assigned to the task itself already. */
  readonly taken: readonly MemberId[];
}

/** Assigns one more member to a task and everything below it. */
export function AssignForm({ task, taken }: AssignFormProps) {
  const { t } = useLingui();
  const { data } = useQuery(membersQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [role, setRole] = useState<ProjectRole>('regular-user');
  const { put } = useAssignDeeds(task.id);
  const free = data?.members.filter(({ active, id }) => active && !taken.includes(id)) ?? [];
  const member = free.find(({ id }) => id === chosen);
  if (data !== undefined && free.length === 0) return null;
  return (
    <form
      className="detail-assign"
      onSubmit={(event) => {
        event.preventDefault();
        if (member) put.mutate({ memberId: member.id, role }, { onSuccess: () => setChosen(null) });
      }}
    >
      <Select
        size="xs"
        searchable
        clearable
        aria-label={t`Member to assign`}
        placeholder={t`Assign a member…`}
        nothingFoundMessage={t`No such member`}
        value={chosen}
        onChange={setChosen}
        data={free.map((one) => ({ value: one.id, label: labelOf(one, free) }))}
      />
      {member && (
        <>
          <ProjectRoleSelect role={role} label={t`Role`} onRole={setRole} />
          <Button type="submit" size="xs" loading={put.isPending}>
            <Trans>Assign</Trans>
          </Button>
        </>
      )}
    </form>
  );
}

function labelOf(member: Member, all: readonly Member[]): string {
  const alone = all.filter(({ name }) => name === member.name).length === 1;
  return alone || member.email === '' ? member.name : `${member.name} (${member.email})`;
}
