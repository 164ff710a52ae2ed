import { Button, Checkbox, Group, List, Modal, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { unlinkIntegration } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { showDone } from '../../../shell/refusal.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import type { SettingsProps } from './integration-settings.tsx';

interface DialogProps extends SettingsProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what unlinking does, asks what becomes of the tasks, and unlinks. */
export function UnlinkDialog({ provider, integration, opened, onClose }: DialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Unlink ${provider.name}?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <UnlinkForm provider={provider} integration={integration} onClose={onClose} />
    </Modal>
  );
}

function UnlinkForm({ provider, integration, onClose }: Omit<DialogProps, 'opened'>) {
  const { t } = useLingui();
  const [archiveTasks, setArchiveTasks] = useState(false);
  const unlink = useDeed(async () => {
    await api(unlinkIntegration, {
      params: { integrationId: integration.id },
      body: { archiveTasks },
    });
    showDone(t`${provider.name} is unlinked.`);
  }, ['integrations', 'tasks', 'runs']);
  return (
    <>
      <WhatWillHappen provider={provider} integration={integration} archiveTasks={archiveTasks} />
      <Checkbox
        mt="md"
        label={t`Archive the imported tasks`}
        description={t`Otherwise they stay as ordinary tasks that you can rename, move and archive.`}
        checked={archiveTasks}
        onChange={(event) => setArchiveTasks(event.currentTarget.checked)}
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          color="red.9"
          loading={unlink.isPending}
          onClick={() => unlink.mutate(undefined, { onSuccess: onClose })}
        >
          <Trans>Unlink</Trans>
        </Button>
      </Group>
    </>
  );
}

interface WhatProps extends SettingsProps {
  readonly archiveTasks: boolean;
}

function WhatWillHappen({ provider, integration, archiveTasks }: WhatProps) {
  const tasks = integration.activeTasks;
  return (
    <>
      <Text size="sm" mb="xs">
        <Trans>This will happen:</Trans>
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          <Trans>The stored credential is erased at once, and no more runs start.</Trans>
        </List.Item>
        <List.Item>
          {archiveTasks ? (
            <Trans>Its {tasks} active tasks go to Archived; no new time can be put on them.</Trans>
          ) : (
            <Trans>Its {tasks} active tasks stay and become ordinary tasks of yours.</Trans>
          )}
        </List.Item>
        <List.Item>
          <Trans>
            All tracked time and all assignments stay. Nothing changes in {provider.name}.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Enabling {provider.name} again later takes the same tasks over; no second copy is made.
          </Trans>
        </List.Item>
      </List>
    </>
  );
}
