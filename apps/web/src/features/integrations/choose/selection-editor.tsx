import { Button, Skeleton, Stack } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Integration, ProviderView } from '@timegrove/contract/integrations.ts';
import type { Run } from '@timegrove/contract/runs.ts';
import { useState } from 'react';
import { sentenceOf } from '../../../shell/refusal.ts';
import { containersQuery } from '../queries.ts';
import { draftOf, selectionOf, type Selection } from '../selection.ts';
import { PickStep } from './pick-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { Notice } from '../../../shell/notice.tsx';

interface SelectionEditorProps {
  readonly integration: Integration;
  readonly provider: ProviderView;
  readonly onSaved?: (run: Run) => void;
  readonly onStep?: (step: 'pick' | 'preview') => void;
}

/** Chooses what to import, shows what would happen, and saves. */
export function SelectionEditor(props: SelectionEditorProps) {
  const { integration, provider, onSaved, onStep } = props;
  const containers = useQuery(containersQuery(integration.id));
  const [draft, setDraft] = useState(() => draftOf(integration.selection));
  const [previewed, setPreviewed] = useState<Selection | null>(null);
  const show = (selection: Selection | null) => {
    setPreviewed(selection);
    onStep?.(selection ? 'preview' : 'pick');
  };
  if (containers.isPending) return <Waiting />;
  if (containers.isError) {
    return (
      <Notice
        kind="danger"
        deeds={
          <Button variant="default" size="compact-sm" onClick={() => void containers.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {sentenceOf(containers.error)}
      </Notice>
    );
  }
  const list = containers.data.containers;
  if (previewed) {
    return (
      <PreviewStep
        integration={integration}
        provider={provider}
        selection={previewed}
        onBack={() => show(null)}
        onSaved={(run) => {
          show(null);
          onSaved?.(run);
        }}
      />
    );
  }
  return (
    <PickStep
      provider={provider}
      containers={list}
      draft={draft}
      onDraft={setDraft}
      onPreview={() => show(selectionOf(draft, list))}
    />
  );
}

function Waiting() {
  return (
    <Stack gap="md" aria-busy>
      <Skeleton height={36} width="60%" />
      <Skeleton height={20} width="45%" />
      <Skeleton height={20} width="52%" />
      <Skeleton height={20} width="38%" />
    </Stack>
  );
}
