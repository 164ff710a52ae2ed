import { Drawer, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Group } from '@timegrove/contract/groups.ts';
import type { Member } from '@timegrove/contract/members.ts';
import { Tag } from '../../../shell/tag.tsx';
import { useMe } from '../../session/queries.ts';
import { tokensQuery } from '../../tokens/queries.ts';
import { ConnectionLine } from '../../connections/connection-line.tsx';
import { TokenLine } from '../../tokens/token-line.tsx';
import { useAccountRoleHints } from '../account-role.tsx';
import { MemberDeeds } from './member-deeds.tsx';
import { MemberGroups } from './member-groups.tsx';
import { useOpenedMember } from './use-opened-member.ts';

interface MemberDrawerProps {
  readonly members: readonly Member[];
  readonly groups: readonly Group[];
}

/** Everything about one member, for administrators. */
export function MemberDrawer({ members, groups }: MemberDrawerProps) {
  const { t } = useLingui();
  const [opened, open] = useOpenedMember();
  const administrator = useMe().role === 'administrator';
  const member = administrator ? members.find(({ id }) => id === opened) : undefined;
  return (
    <Drawer
      opened={member !== undefined}
      onClose={() => open(null)}
      position="right"
      size="min(100vw, 26rem)"
      title={member?.name}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {member && <MemberDetail member={member} groups={groups} />}
    </Drawer>
  );
}

interface MemberDetailProps {
  readonly member: Member;
  readonly groups: readonly Group[];
}

function MemberDetail({ member, groups }: MemberDetailProps) {
  const { i18n } = useLingui();
  const me = useMe();
  const hints = useAccountRoleHints();
  const day = i18n.date(member.joinedAt, { dateStyle: 'long' });
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm">{member.email}</Text>
        <Text size="sm" c="dimmed">
          <Trans>Member since {day}</Trans>
        </Text>
        {!member.active && (
          <Tag tone="warning">
            <Trans>Deactivated</Trans>
          </Tag>
        )}
      </div>
      <section>
        <div className="member-role">
          <MemberDeeds member={member} self={member.id === me.memberId} />
        </div>
        <Text size="xs" c="dimmed" mt={4}>
          {hints[member.role]}
        </Text>
      </section>
      <MemberGroups member={member} groups={groups} />
      <MemberTokens member={member} />
    </Stack>
  );
}

function MemberTokens({ member }: { readonly member: Member }) {
  const { data } = useQuery(tokensQuery(member.id));
  return (
    <section>
      <Title order={3} mb={4}>
        <Trans>API tokens and connections</Trans>
      </Title>
      {data === undefined && <Skeleton height={32} />}
      {data?.tokens.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>None.</Trans>
        </Text>
      )}
      <ul className="lines">
        {data?.tokens.map((token) => {
          const Line = token.kind === 'api' ? TokenLine : ConnectionLine;
          return <Line key={token.id} token={token} />;
        })}
      </ul>
    </section>
  );
}
