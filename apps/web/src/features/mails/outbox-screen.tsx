import { Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NothingYet } from '../../shell/nothing-yet.tsx';
import { Page } from '../../shell/page.tsx';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { MailItem } from './mail-item.tsx';
import './mails.css';
import { mailsQuery } from './queries.ts';
import { Notice } from '../../shell/notice.tsx';

/** The newest mails: what was sent, what waits, and what is kept because nothing can be sent. */
export function OutboxScreen() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(mailsQuery);
  return (
    <Page title={t`Outbox`} hint={t`The newest 100 mails of this Timegrove, newest first`}>
      {data?.configured === false && (
        <Notice kind="warning" title={t`No mail server is configured`}>
          <Trans>
            Mails are kept here instead of being sent, so nothing is lost. Copy a link from a mail
            and pass it on yourself, or set a mail server in the environment of the server.
          </Trans>
        </Notice>
      )}
      {error && !data && <Unexpected error={error} reset={() => void refetch()} />}
      {!data && !error && (
        <Stack gap="lg" py="sm" aria-busy>
          <Skeleton height={16} width="52%" />
          <Skeleton height={16} width="64%" />
        </Stack>
      )}
      {data?.mails.length === 0 && (
        <NothingYet icon={<IconMail size={24} />} title={t`No mails yet`}>
          <Trans>Invitations and links for a new password will appear here.</Trans>
        </NothingYet>
      )}
      <ul className="mails">
        {data?.mails.map((mail) => (
          <MailItem key={mail.id} mail={mail} configured={data.configured} />
        ))}
      </ul>
    </Page>
  );
}
