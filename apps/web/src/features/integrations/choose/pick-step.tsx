import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import { said } from '../../../shell/said.ts';
import { chooseAll, tick, type Container, type Draft } from '../selection.ts';
import './choose.css';
import { ContainerList } from './container-list.tsx';

interface PickStepProps {
  readonly provider: ProviderView;
  readonly containers: readonly Container[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onPreview: () => void;
}

/** “Import all”, or tick boxes for specific ones. */
export function PickStep({ provider, containers, draft, onDraft, onPreview }: PickStepProps) {
  const { t } = useLingui();
  const many = said(provider.selects?.words.many ?? '');
  const ticked = containers.filter(({ remoteId }) => draft.ticked.has(remoteId)).length;
  return (
    <Stack gap="md">
      <Radio.Group
        label={t`What to import from ${provider.name}`}
        value={draft.all ? 'all' : 'ticked'}
        onChange={(mode) => onDraft(chooseAll(draft, containers, mode === 'all'))}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="all"
            label={t`Import all ${many}`}
            description={t`New ${many} come in by themselves.`}
          />
          <Radio
            value="ticked"
            label={t`Choose ${many}`}
            description={t`New ones stay outside until you tick them.`}
          />
        </Stack>
      </Radio.Group>
      <ContainerList
        many={many}
        containers={containers}
        draft={draft}
        onTick={(ids, on) => onDraft(tick(draft, containers, { ids, on }))}
      />
      <Group justify="space-between" className="choose-foot">
        <Text size="sm" c="dimmed" className="numbers" aria-live="polite">
          {draft.all ? (
            <Trans>
              All {containers.length} {many}
            </Trans>
          ) : (
            <Trans>
              {ticked} of {containers.length} {many} ticked
            </Trans>
          )}
        </Text>
        <Button data-focus="step" onClick={onPreview} disabled={!draft.all && ticked === 0}>
          <Trans>Preview</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
