import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mailsQuery } from '../../mails/queries.ts';
import { Notice } from '../../../shell/notice.tsx';

/** Tells where invitations lie while no mail server is configured. */
export function OutboxHint() {
  const { data } = useQuery(mailsQuery);
  if (data === undefined || data.configured) return null;
  return (
    <Notice kind="warning">
      <Trans>
        No mail server is configured, so nothing is sent. You find the invitations with their links
        in the{' '}
        <Anchor underline="always" component={Link} to="/settings/outbox" size="sm">
          Outbox
        </Anchor>
        .
      </Trans>
    </Notice>
  );
}
