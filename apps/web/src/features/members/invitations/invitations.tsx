import { Button, Skeleton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  resendInvitation,
  revokeInvitation,
  type Invitation,
} from '@timegrove/contract/members.ts';
import { api } from '../../../shell/api.ts';
import { NothingYet } from '../../../shell/nothing-yet.tsx';
import { showDone } from '../../../shell/refusal.ts';
import { Unexpected } from '../../../shell/unexpected-screen.tsx';
import { useDeed } from '../../../shell/use-deed.ts';
import { useAccountRoleWords } from '../account-role.tsx';
import { invitationsQuery } from '../queries.ts';
import { OutboxHint } from './outbox-hint.tsx';
import { Tag } from '../../../shell/tag.tsx';

/** The open invitations. */
export function Invitations() {
  const { data, error, refetch } = useQuery(invitationsQuery);
  if (error && !data) return <Unexpected error={error} reset={() => void refetch()} />;
  if (!data) return <Skeleton height={16} width="50%" mt="sm" />;
  if (data.invitations.length === 0) {
    return (
      <NothingYet icon={<IconMail size={22} />} title={<Trans>No open invitations</Trans>}>
        <Trans>Who is invited gets a mail with a link. Until they join, they stand here.</Trans>
      </NothingYet>
    );
  }
  return (
    <>
      <OutboxHint />
      <ul className="people">
        {data.invitations.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </>
  );
}

function InvitationLine({ invitation }: { readonly invitation: Invitation }) {
  const { i18n } = useLingui();
  const words = useAccountRoleWords();
  const ends = i18n.date(invitation.expiresAt, { dateStyle: 'medium' });
  return (
    <li className="person">
      <div className="person-words">
        <Text size="sm" fw={500} truncate title={invitation.email}>
          {invitation.email}
        </Text>
        <Text size="xs" c="dimmed">
          <Trans>
            {words[invitation.role]} · invited by <bdi>{invitation.invitedBy}</bdi>
          </Trans>
          {' · '}
          {invitation.expired ? <Trans>ended {ends}</Trans> : <Trans>open until {ends}</Trans>}
        </Text>
      </div>
      {invitation.expired && (
        <Tag tone="warning">
          <Trans>Expired</Trans>
        </Tag>
      )}
      <InvitationDeeds invitation={invitation} />
    </li>
  );
}

function InvitationDeeds({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useLingui();
  const params = { invitationId: invitation.id };
  const resend = useDeed(() => api(resendInvitation, { params }), ['members']);
  const revoke = useDeed(() => api(revokeInvitation, { params }), ['members']);
  const { email } = invitation;
  return (
    <div className="person-buttons">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t`Send again: the invitation to ${email}`}
        loading={resend.isPending}
        onClick={() =>
          resend.mutate(undefined, {
            onSuccess: () => showDone(t`A fresh invitation is on its way to ${email}.`),
          })
        }
      >
        <Trans>Send again</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t`Revoke the invitation to ${email}`}
        loading={revoke.isPending}
        onClick={() => revoke.mutate(undefined)}
      >
        <Trans>Revoke</Trans>
      </Button>
    </div>
  );
}
