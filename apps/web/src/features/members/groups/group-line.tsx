import { Button, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { deleteGroup, type Group } from '@timegrove/contract/groups.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import { useMe } from '../../session/queries.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { membersQuery } from '../queries.ts';

interface GroupLineProps {
  readonly group: Group;
  readonly onEdit: () => void;
}

/** One group with who is in it. */
export function GroupLine({ group, onEdit }: GroupLineProps) {
  const { data } = useQuery(membersQuery);
  const administrator = useMe().role === 'administrator';
  const names = data?.members
    .filter(({ id }) => group.memberIds.includes(id))
    .map(({ name }) => name)
    .join(', ');
  return (
    <li className="person">
      <div className="person-words">
        <Text size="sm" fw={500} truncate title={group.name}>
          <bdi>{group.name}</bdi>{' '}
          <Text span size="xs" c="dimmed" fw={400} className="numbers">
            <Plural
              value={group.memberIds.length}
              _0="nobody yet"
              one="# member"
              other="# members"
            />
          </Text>
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {names}
        </Text>
      </div>
      {administrator && <GroupDeeds group={group} onEdit={onEdit} />}
    </li>
  );
}

function GroupDeeds({ group, onEdit }: GroupLineProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const remove = useDeed(() => api(deleteGroup, { params: { groupId: group.id } }), ['members']);
  return (
    <div className="person-buttons">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t`Edit the group ${group.name}`}
        onClick={onEdit}
      >
        <Trans>Edit</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t`Delete the group ${group.name}`}
        onClick={() => setAsking(true)}
      >
        <Trans>Delete</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t`Delete the group ${group.name}?`}
        confirm={t`Delete`}
        danger
        busy={remove.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => remove.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        <Trans>
          Its members and everything they are assigned to stay. Supervisors no longer look after
          them by this group.
        </Trans>
      </ConfirmDialog>
    </div>
  );
}
