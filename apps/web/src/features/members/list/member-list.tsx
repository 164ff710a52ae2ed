import { Anchor, Avatar, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Group } from '@timegrove/contract/groups.ts';
import type { Member } from '@timegrove/contract/members.ts';
import { Tag } from '../../../shell/tag.tsx';
import { useMe } from '../../session/queries.ts';
import { useAccountRoleWords } from '../account-role.tsx';
import { initials } from '../initials.ts';
import { MemberDeeds } from './member-deeds.tsx';
import { useOpenedMember } from './use-opened-member.ts';

interface MemberListProps {
  readonly members: readonly Member[];
  readonly groups: readonly Group[];
}

/** Some members, with deeds for an administrator. */
export function MemberList({ members, groups }: MemberListProps) {
  return (
    <ul className="people">
      {members.map((member) => (
        <MemberLine
          key={member.id}
          member={member}
          groups={groups.filter(({ memberIds }) => memberIds.includes(member.id))}
        />
      ))}
    </ul>
  );
}

interface MemberLineProps {
  readonly member: Member;
  readonly groups: readonly Group[];
}

function MemberLine({ member, groups }: MemberLineProps) {
  const me = useMe();
  const words = useAccountRoleWords();
  return (
    <li className="person" data-inactive={!member.active || undefined}>
      <Avatar size={32} radius="xl" color="grove" aria-hidden>
        {initials(member.name)}
      </Avatar>
      <div className="person-words">
        <MemberName member={member} />
        {member.email !== '' && (
          <Text size="xs" c="dimmed" truncate title={member.email}>
            {member.email}
          </Text>
        )}
      </div>
      <Signs member={member} groups={groups} />
      <Joined at={member.joinedAt} />
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

/** How somebody stands, and with whom. */
function Signs({ member, groups }: MemberLineProps) {
  if (member.active && groups.length === 0) return null;
  return (
    <div className="person-signs">
      {groups.length > 0 && (
        <span className="person-label">
          <Trans>Groups</Trans>
        </span>
      )}
      {groups.map(({ id, name }) => (
        <Tag key={id} tone="quiet">
          {name}
        </Tag>
      ))}
      {!member.active && (
        <Tag tone="warning">
          <Trans>Deactivated</Trans>
        </Tag>
      )}
    </div>
  );
}

/** An administrator opens the member by it. */
function MemberName({ member }: { readonly member: Member }) {
  const me = useMe();
  const [, open] = useOpenedMember();
  const name = <bdi>{member.name}</bdi>;
  return (
    <Text size="sm" fw={500} truncate title={member.name}>
      {me.role === 'administrator' ? (
        <Anchor
          component="button"
          type="button"
          className="person-name"
          inherit
          c="inherit"
          onClick={() => open(member.id)}
        >
          {name}
        </Anchor>
      ) : (
        name
      )}
      {member.id === me.memberId && (
        <Text span size="sm" c="dimmed" fw={400}>
          {' '}
          <Trans>(you)</Trans>
        </Text>
      )}
    </Text>
  );
}

function Joined({ at }: { readonly at: string }) {
  const { i18n } = useLingui();
  const day = i18n.date(at, { dateStyle: 'medium' });
  return (
    <Text size="xs" c="dimmed" className="person-joined wide-only">
      <Trans>since {day}</Trans>
    </Text>
  );
}
