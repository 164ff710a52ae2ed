import { Anchor, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Integration } from '@timegrove/contract/integrations.ts';
import type { ReactNode } from 'react';
import { said } from '../../../shell/said.ts';
import { useRunStateWords } from '../run-words.tsx';
import { When } from '../when.tsx';
import '../run/run.css';
import { IntegrationDeeds } from './integration-deeds.tsx';
import type { SettingsProps } from './integration-settings.tsx';
import { WhyNotHere } from './why-not-here.tsx';

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
          <Fact key={field.key} name={said(field.label)}>
            <Stored text={integration.maskedCredential[field.key]} />
          </Fact>
        ))}
        <Fact name={<Trans>Active tasks</Trans>}>
          <span className="numbers">{integration.activeTasks}</span>
        </Fact>
        {provider.selects && (
          <Fact name={<Trans>Imports</Trans>}>
            <SelectionWords provider={provider} integration={integration} />{' '}
            <Anchor
              underline="always"
              component="button"
              type="button"
              size="sm"
              mih={24}
              onClick={onSelection}
            >
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
        {integration.quota && (
          <Fact name={<Trans>Requests left</Trans>}>
            <Quota quota={integration.quota} />
          </Fact>
        )}
      </dl>
      <IntegrationDeeds provider={provider} integration={integration} />
      <WhyNotHere provider={provider} integration={integration} />
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

/** What may be shown of one field of the credential. */
function Stored({ text }: { readonly text: string | undefined }) {
  return text === undefined ? <Trans>not kept</Trans> : <code>{text}</code>;
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
  const { t } = useLingui();
  const { selection } = integration;
  const words = provider.selects?.words ?? { one: '', many: '' };
  const many = said(words.many);
  if (selection === null || selection.mode === 'all') return <Trans>all {many}</Trans>;
  const { length } = selection.ids;
  const word = length === 1 ? said(words.one) : many;
  return <span className="numbers">{t`${length} ${word}`}</span>;
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

function Quota({ quota }: { readonly quota: NonNullable<Integration['quota']> }) {
  return (
    <span className="numbers">
      {quota.of === null ? (
        quota.left
      ) : (
        <Trans>
          {quota.left} of {quota.of}
        </Trans>
      )}
      {quota.until !== null && (
        <>
          {' '}
          <Trans>
            until <When at={quota.until} />
          </Trans>
        </>
      )}
    </span>
  );
}

function NextRun({ provider, integration }: SettingsProps) {
  if (integration.state === 'paused') {
    return provider.reenables === 'by-unlinking' ? (
      <Trans>not before it is enabled again</Trans>
    ) : (
      <Trans>not before it is re-enabled</Trans>
    );
  }
  if (integration.nextRunAt !== null) return <When at={integration.nextRunAt} />;
  return provider.schedule === 'hourly' ? (
    <Trans>within the hour</Trans>
  ) : (
    <Trans>when the selection is saved</Trans>
  );
}
