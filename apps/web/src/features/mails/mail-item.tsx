import { Anchor, Button, CopyButton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { mailState, textParts, type Mail, type MailState } from './mail-state.ts';
import { Tag } from '../../shell/tag.tsx';

interface MailItemProps {
  readonly mail: Mail;
  readonly configured: boolean;
}

/** One mail; opens to its text. */
export function MailItem({ mail, configured }: MailItemProps) {
  const { i18n } = useLingui();
  const when = i18n.date(mail.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <details className="mail">
        <summary>
          <span className="mail-words">
            <Text span size="sm" fw={500} truncate display="block" title={mail.subject}>
              <bdi>{mail.subject}</bdi>
            </Text>
            <Text span size="xs" c="dimmed" truncate display="block">
              <Trans>to {mail.to}</Trans> · {when}
            </Text>
          </span>
          <StateBadge state={mailState(mail, configured)} />
        </summary>
        {mail.failure !== null && (
          <Text size="sm" c="red" mb="xs">
            {mail.failure}
          </Text>
        )}
        <MailText text={mail.text} />
      </details>
    </li>
  );
}

function MailText({ text }: { readonly text: string }) {
  const parts = textParts(text);
  const link = parts.find(({ type }) => type === 'link');
  return (
    <div className="mail-text">
      <Text size="sm" dir="auto" className="mail-words-whole">
        {parts.map((part, index) =>
          part.type === 'link' ? (
            <Anchor underline="always" key={index} href={part.text} size="sm">
              {part.text}
            </Anchor>
          ) : (
            part.text
          ),
        )}
      </Text>
      {link && <CopyLink link={link.text} />}
    </div>
  );
}

function CopyLink({ link }: { readonly link: string }) {
  return (
    <CopyButton value={link} timeout={2000}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="default" mt="xs" onClick={copy}>
          {copied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}
        </Button>
      )}
    </CopyButton>
  );
}

function StateBadge({ state }: { readonly state: MailState }) {
  switch (state) {
    case 'sent':
      return (
        <Tag tone="good">
          <Trans>Sent</Trans>
        </Tag>
      );
    case 'failed':
      return (
        <Tag tone="danger">
          <Trans>Not delivered</Trans>
        </Tag>
      );
    case 'waiting':
      return (
        <Tag tone="busy">
          <Trans>Waiting</Trans>
        </Tag>
      );
    case 'kept':
      return (
        <Tag tone="quiet">
          <Trans>Kept, not sent</Trans>
        </Tag>
      );
  }
}
