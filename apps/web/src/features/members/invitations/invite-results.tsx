import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../shell/tag.tsx';
import type { Sent } from './use-invite-all.ts';

interface InviteResultsProps {
  readonly sent: readonly Sent[];
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** Says of each who was invited how it went, while it goes. */
export function InviteResults({ sent, onMore, onClose }: InviteResultsProps) {
  const { t } = useLingui();
  const done = sent.filter(({ state }) => state !== 'waiting').length;
  const invited = sent.filter(({ state }) => state === 'invited').length;
  const busy = done < sent.length;
  return (
    <Stack gap="md">
      {busy && (
        <Progress value={(100 * done) / sent.length} aria-label={t`Sending the invitations`} />
      )}
      <Text size="sm" aria-live="polite">
        <Plural
          value={invited}
          _0="Nobody was invited"
          one="# person is invited"
          other="# people are invited"
        />
      </Text>
      <ul className="people invite-results">
        {sent.map((one) => (
          <li key={one.email} className="person">
            <div className="person-words">
              <Text size="sm" truncate title={one.email}>
                {one.email}
              </Text>
              {one.reason !== undefined && (
                <Text size="xs" c="dimmed">
                  {one.reason}
                </Text>
              )}
            </div>
            <SentTag state={one.state} />
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" disabled={busy} onClick={onMore}>
          <Trans>Invite more</Trans>
        </Button>
        <Button disabled={busy} onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function SentTag({ state }: Pick<Sent, 'state'>) {
  switch (state) {
    case 'waiting':
      return (
        <Tag tone="quiet">
          <Trans>waiting</Trans>
        </Tag>
      );
    case 'invited':
      return (
        <Tag tone="good">
          <Trans>invited</Trans>
        </Tag>
      );
    case 'refused':
      return (
        <Tag tone="danger">
          <Trans>not invited</Trans>
        </Tag>
      );
  }
}
