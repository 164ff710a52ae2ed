import { Button, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import {
  resendInvitation,
  revokeInvitation,
  type Invitation,
} from '@timegrove/contract/members.ts';
import { api } from '../../shell/api.ts';
import { showDone } from '../../shell/refusal.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { useAccountRoleWords } from './account-role.tsx';
import { invitationsQuery } from './queries.ts';
import { Tag } from '../../shell/tag.tsx';

/** The open invitations; nothing where there are none. */
export function Invitations() {
  const { data } = useQuery(invitationsQuery);
  if (data === undefined || data.invitations.length === 0) return null;
  return (
    <section className="invitations">
      <Title order={2} mb="xs">
        <Trans>Open invitations</Trans>
      </Title>
      <ul className="people">
        {data.invitations.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
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
