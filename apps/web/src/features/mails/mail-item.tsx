import { Anchor, Text } from '@mantine/core';
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
        <Text size="sm" dir="auto" className="mail-text">
          {textParts(mail.text).map((part, index) =>
            part.type === 'link' ? (
              <Anchor underline="always" key={index} href={part.text} size="sm">
                {part.text}
              </Anchor>
            ) : (
              part.text
            ),
          )}
        </Text>
      </details>
    </li>
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
