import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconExternalLink } from '@tabler/icons-react';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { said } from '../../shell/said.ts';
import { sentenceOf } from '../../shell/refusal.ts';
import { Notice } from '../../shell/notice.tsx';
import { HelpLink } from '../help/help-link.tsx';

interface CredentialFormProps {
  readonly provider: ProviderView;
  /** The words on the button. */
  readonly send: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (credential: Record<string, string>) => void;
  readonly onCancel?: () => void;
}

/** Asks for what proves to the vendor who is asking, and shows the vendor's own refusal. */
export function CredentialForm(props: CredentialFormProps) {
  const { provider, send, busy, error, onSend, onCancel } = props;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const complete = provider.fields.every(({ key }) => (typed[key] ?? '').trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(trimmed(typed));
      }}
    >
      <Stack gap="md">
        <Help provider={provider} />
        {provider.fields.map((field, at) => (
          <CredentialField
            key={field.key}
            field={field}
            first={at === 0}
            value={typed[field.key] ?? ''}
            onChange={(value) => setTyped({ ...typed, [field.key]: value })}
          />
        ))}
        {error != null && (
          <Notice kind="danger" urgent>
            {sentenceOf(error)}
          </Notice>
        )}
        <Group justify="flex-end" gap="xs">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={!complete}>
            {send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function trimmed(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()]));
}

function Help({ provider }: { readonly provider: ProviderView }) {
  return (
    <Text size="sm">
      {said(provider.help.text)}{' '}
      <Anchor
        underline="always"
        href={provider.help.url}
        target="_blank"
        rel="noreferrer"
        size="sm"
      >
        <Trans>Open {provider.name}</Trans> <IconExternalLink size={13} aria-hidden />
      </Anchor>
      {' · '}
      <HelpLink provider={provider} beside />
    </Text>
  );
}

interface CredentialFieldProps {
  readonly field: ProviderView['fields'][number];
  readonly first: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function CredentialField({ field, first, value, onChange }: CredentialFieldProps) {
  const Field = field.secret ? PasswordInput : TextInput;
  return (
    <Field
      data-autofocus={first || undefined}
      label={said(field.label)}
      placeholder={said(field.placeholder)}
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
