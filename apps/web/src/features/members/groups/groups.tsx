import { Button, Skeleton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconUsersGroup, IconUsersPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Group } from '@timegrove/contract/groups.ts';
import { useState } from 'react';
import { NothingYet } from '../../../shell/nothing-yet.tsx';
import { Unexpected } from '../../../shell/unexpected-screen.tsx';
import { useMe } from '../../session/queries.ts';
import { groupsQuery } from '../queries.ts';
import { GroupDialog } from './group-dialog.tsx';
import { GroupLine } from './group-line.tsx';

/** The groups of the account; administrators add, change and delete them here. */
export function Groups() {
  const administrator = useMe().role === 'administrator';
  const { data, error, refetch } = useQuery(groupsQuery);
  const [edited, setEdited] = useState<Group | 'new' | null>(null);
  const add = administrator && (
    <Button
      variant="default"
      leftSection={<IconUsersPlus size={16} aria-hidden />}
      onClick={() => setEdited('new')}
    >
      <Trans>Add a group</Trans>
    </Button>
  );
  if (error && !data) return <Unexpected error={error} reset={() => void refetch()} />;
  if (!data) return <Skeleton height={16} width="50%" mt="sm" />;
  return (
    <>
      {data.groups.length === 0 ? (
        <NothingYet
          icon={<IconUsersGroup size={22} />}
          title={<Trans>No groups yet</Trans>}
          action={add}
        >
          <Trans>
            A group is a team: it is assigned to tasks at once, and a supervisor looks after those
            who are in a group with them.
          </Trans>
        </NothingYet>
      ) : (
        <>
          <ul className="people">
            {data.groups.map((group) => (
              <GroupLine key={group.id} group={group} onEdit={() => setEdited(group)} />
            ))}
          </ul>
          <div className="people-add">{add}</div>
        </>
      )}
      <GroupDialog edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}
