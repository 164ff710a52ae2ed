import { Anchor, Button, Group, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconKey, IconRefresh, IconUnlink } from '@tabler/icons-react';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import { useState, type ReactNode } from 'react';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import { useRunStateWords } from '../run-words.tsx';
import { When } from '../when.tsx';
import type { SettingsProps } from './integration-settings.tsx';
import { ReenableDialog } from './reenable-dialog.tsx';
import { UnlinkDialog } from './unlink-dialog.tsx';

interface OverviewProps extends SettingsProps {
  readonly onSelection: () => void;
}

/** The facts of an integration and what can be done to it as a whole. */
export function Overview({ provider, integration, onSelection }: OverviewProps) {
  return (
    <>
      <dl className="facts">
        <Fact name={<Trans>Owner</Trans>}>
          <Owner provider={provider} integration={integration} />
        </Fact>
        {provider.fields.map((field) => (
          <Fact key={field.key} name={field.label}>
            <code>{integration.maskedCredential[field.key] ?? '–'}</code>
          </Fact>
        ))}
        <Fact name={<Trans>Active tasks</Trans>}>
          <span className="numbers">{integration.activeTasks}</span>
        </Fact>
        {provider.selects && (
          <Fact name={<Trans>Imports</Trans>}>
            <SelectionWords provider={provider} integration={integration} />{' '}
            <Anchor component="button" type="button" size="sm" onClick={onSelection}>
              <Trans>Change</Trans>
            </Anchor>
          </Fact>
        )}
        <Fact name={<Trans>Last run</Trans>}>
          <LastRun provider={provider} integration={integration} />
        </Fact>
        <Fact name={<Trans>Next run</Trans>}>
          <NextRun provider={provider} integration={integration} />
        </Fact>
      </dl>
      <Deeds provider={provider} integration={integration} />
    </>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Owner({ provider, integration }: SettingsProps) {
  const { owner, identity } = integration;
  return (
    <>
      {owner ? <bdi>{owner.name}</bdi> : <Trans>nobody</Trans>}
      {owner && !owner.active && (
        <>
          {' '}
          <Trans>(deactivated)</Trans>
        </>
      )}
      {identity && (
        <Text size="xs" c="dimmed">
          <Trans>
            in {provider.name}: <bdi>{identity.name}</bdi>
          </Trans>
          {identity.email !== '' && ` · ${identity.email}`}
        </Text>
      )}
    </>
  );
}

function SelectionWords({ provider, integration }: SettingsProps) {
  const { selection } = integration;
  const words = provider.selects?.words ?? { one: '', many: '' };
  if (selection === null || selection.mode === 'all') return <Trans>all {words.many}</Trans>;
  const { length } = selection.ids;
  return (
    <span className="numbers">
      {length} {length === 1 ? words.one : words.many}
    </span>
  );
}

function LastRun({ integration }: SettingsProps) {
  const words = useRunStateWords();
  const { lastRun } = integration;
  if (lastRun === null) return <Trans>none yet</Trans>;
  return (
    <>
      <When at={lastRun.finishedAt ?? lastRun.startedAt} /> · {words[lastRun.state].words} ·{' '}
      <Plural value={lastRun.requests} one="# request" other="# requests" />
    </>
  );
}

function NextRun({ provider, integration }: SettingsProps) {
  if (integration.state === 'paused') return <Trans>not before it is re-enabled</Trans>;
  if (integration.nextRunAt !== null) return <When at={integration.nextRunAt} />;
  return provider.schedule === 'hourly' ? (
    <Trans>within the hour</Trans>
  ) : (
    <Trans>when the selection is saved</Trans>
  );
}

function Deeds({ provider, integration }: SettingsProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'credential' | 'unlink' | null>(null);
  const force = useDeed(() => api(forceSynchronization), ['integrations', 'runs']);
  const close = () => setAsking(null);
  return (
    <Group gap="xs" mt="lg">
      {provider.schedule === 'hourly' && integration.state === 'active' && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={force.isPending}
          disabled={integration.currentRun !== null}
          title={t`Synchronizes every integration that runs hourly`}
          onClick={() => force.mutate(undefined)}
        >
          <Trans>Synchronize now</Trans>
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconKey size={16} />}
        onClick={() => setAsking('credential')}
      >
        <Trans>Re-enable with a new credential</Trans>
      </Button>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconUnlink size={16} />}
        onClick={() => setAsking('unlink')}
      >
        <Trans>Unlink…</Trans>
      </Button>
      <ReenableDialog
        provider={provider}
        integration={integration}
        opened={asking === 'credential'}
        onClose={close}
      />
      <UnlinkDialog
        provider={provider}
        integration={integration}
        opened={asking === 'unlink'}
        onClose={close}
      />
    </Group>
  );
}
