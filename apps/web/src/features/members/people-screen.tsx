import { Button, Skeleton, Stack } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../../shell/page.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { useMe } from '../session/queries.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberList } from './member-list.tsx';
import { OutboxHint } from './outbox-hint.tsx';
import './people.css';
import { membersQuery } from './queries.ts';
import { Notice } from '../../shell/notice.tsx';

/** Everybody in the account; administrators invite, change roles and deactivate here. */
export function PeopleScreen() {
  const { t } = useLingui();
  const { role } = useMe();
  const [inviting, setInviting] = useState(false);
  const { data, error } = useQuery(membersQuery);
  const administrator = role === 'administrator';
  const active = data?.members.filter((member) => member.active).length ?? 0;
  return (
    <Page
      title={t`People`}
      hint={data && <Plural value={active} one="# active member" other="# active members" />}
      actions={
        administrator && (
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            <Trans>Invite</Trans>
          </Button>
        )
      }
    >
      {administrator && <OutboxHint />}
      {error && !data && <Notice kind="danger">{sentenceOf(error)}</Notice>}
      {!data && !error && (
        <Stack gap="lg" py="sm" aria-busy>
          <Skeleton height={16} width="60%" />
          <Skeleton height={16} width="48%" />
          <Skeleton height={16} width="55%" />
        </Stack>
      )}
      {data && <MemberList members={data.members} />}
      {administrator && <Invitations />}
      {administrator && <InviteDialog opened={inviting} onClose={() => setInviting(false)} />}
    </Page>
  );
}
