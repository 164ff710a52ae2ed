import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Integration } from '@timegrove/contract/integrations.ts';
import { approveRun, type Run } from '@timegrove/contract/runs.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { sentence } from '../../../shell/fit.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import { ownerLeft } from '../stage.ts';
import { When } from '../when.tsx';
import type { SettingsProps } from './integration-settings.tsx';
import { ReenableButton } from './reenable-button.tsx';
import { RunDrawer } from './run-drawer.tsx';
import { Notice } from '../../../shell/notice.tsx';

/** What needs a person: a pause, a held change, an owner who left. */
export function StatusAlerts({ provider, integration }: SettingsProps) {
  const { lastRun } = integration;
  return (
    <>
      <PauseAlert provider={provider} integration={integration} />
      {lastRun?.state === 'held' && integration.currentRun === null && (
        <HeldAlert provider={provider} integration={integration} run={lastRun} />
      )}
      {ownerLeft(integration) && (
        <Notice kind="warning">
          <Trans>
            The owner of this integration is no longer active. It works while the credential does;
            better re-enable it with the credential of somebody who stays.
          </Trans>
        </Notice>
      )}
    </>
  );
}

function PauseAlert({ provider, integration }: SettingsProps) {
  const { t } = useLingui();
  const { pause, state } = integration;
  if (state !== 'paused') return pause && <Waiting vendor={provider.name} pause={pause} />;
  return (
    <Notice
      kind="danger"
      title={t`Paused: this needs a new credential`}
      deeds={<ReenableButton urgent provider={provider} integration={integration} />}
    >
      {pause && `${sentence(pause.reason)} `}
      {provider.reenables === 'by-unlinking' && (
        <Trans>Unlink it below and enable it again; all tasks and time stay.</Trans>
      )}
    </Notice>
  );
}

interface WaitingProps {
  readonly vendor: string;
  readonly pause: NonNullable<Integration['pause']>;
}

/** The vendor wants to hear nothing of us for a while, or could not be read. */
function Waiting({ vendor, pause }: WaitingProps) {
  const { t } = useLingui();
  if (pause.until === null) {
    return (
      <Notice kind="warning" title={t`The last run did not get through`}>
        {sentence(pause.reason)}
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={t`The request quota is used up`}>
      <Trans>
        {vendor} takes no more requests for now. Everything stays as it is. Next try{' '}
        <When at={pause.until} />.
      </Trans>
    </Notice>
  );
}

function HeldAlert({ provider, integration, run }: SettingsProps & { readonly run: Run }) {
  const { t } = useLingui();
  const [looking, setLooking] = useState(false);
  const approve = useDeed(
    () => api(approveRun, { params: { runId: run.id } }),
    ['integrations', 'runs', 'tasks'],
  );
  const archived = run.counts.archived;
  return (
    <Notice
      kind="warning"
      title={t`A large change waits for your yes`}
      deeds={
        <>
          <Button size="compact-sm" variant="default" onClick={() => setLooking(true)}>
            <Trans>Look at the plan</Trans>
          </Button>
          <Button
            size="compact-sm"
            color="red.9"
            loading={approve.isPending}
            onClick={() => approve.mutate(undefined)}
          >
            <Trans>Approve the change</Trans>
          </Button>
        </>
      }
    >
      <Trans>
        The last run would archive {archived} of {integration.activeTasks} tasks, so nothing was
        applied. Look at the plan before you say yes.
      </Trans>
      <RunDrawer run={looking ? run : null} provider={provider} onClose={() => setLooking(false)} />
    </Notice>
  );
}
