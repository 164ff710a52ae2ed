import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface TokenSecretProps {
  readonly secret: string;
  readonly onDone: () => void;
}

/** Shows a token whole, to be copied. */
export function TokenSecret({ secret, onDone }: TokenSecretProps) {
  return (
    <Stack gap="md">
      <Text size="sm">
        <Trans>Copy it now: it is shown only this once. Keep it like a password.</Trans>
      </Text>
      <Code block className="token-secret" data-testid="token">
        {secret}
      </Code>
      <Text size="sm" c="dimmed">
        <Trans>
          Send it with every request, as the header <Code>Authorization: Bearer tg_…</Code>
        </Trans>
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          <Trans>Done</Trans>
        </Button>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {copied ? <Trans>Copied</Trans> : <Trans>Copy the token</Trans>}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
