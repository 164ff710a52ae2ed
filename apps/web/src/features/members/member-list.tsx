import { Avatar, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Member } from '@timegrove/contract/members.ts';
import { useMe } from '../session/queries.ts';
import { useAccountRoleWords } from './account-role.tsx';
import { initials } from './initials.ts';
import { MemberDeeds } from './member-deeds.tsx';
import { Tag } from '../../shell/tag.tsx';

/** The members, active ones first; with deeds for an administrator. */
export function MemberList({ members }: { readonly members: readonly Member[] }) {
  const sorted = members.toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
  );
  return (
    <ul className="people">
      {sorted.map((member) => (
        <MemberLine key={member.id} member={member} />
      ))}
    </ul>
  );
}

function MemberLine({ member }: { readonly member: Member }) {
  const me = useMe();
  const words = useAccountRoleWords();
  return (
    <li className="person" data-inactive={!member.active || undefined}>
      <Avatar size={32} radius="xl" color="grove" aria-hidden>
        {initials(member.name)}
      </Avatar>
      <div className="person-words">
        <Text size="sm" fw={500} truncate title={member.name}>
          <bdi>{member.name}</bdi>
          {member.id === me.memberId && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              <Trans>(you)</Trans>
            </Text>
          )}
        </Text>
        {member.email !== '' && (
          <Text size="xs" c="dimmed" truncate title={member.email}>
            {member.email}
          </Text>
        )}
      </div>
      {!member.active && (
        <Tag tone="quiet">
          <Trans>Deactivated</Trans>
        </Tag>
      )}
      {me.role === 'administrator' ? (
        <MemberDeeds member={member} self={member.id === me.memberId} />
      ) : (
        <Text size="sm" c="dimmed">
          {words[member.role]}
        </Text>
      )}
    </li>
  );
}
