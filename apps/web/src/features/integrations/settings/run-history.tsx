import { Skeleton, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Run } from '@timegrove/contract/runs.ts';
import { useState } from 'react';
import { sentenceOf } from '../../../shell/refusal.ts';
import { changeActions } from '../change-tree.ts';
import { runsQuery } from '../queries.ts';
import { TriggerWords, useActionWords, useRunStateWords } from '../run-words.tsx';
import { When } from '../when.tsx';
import type { SettingsProps } from './integration-settings.tsx';
import { RunDrawer } from './run-drawer.tsx';
import { Notice } from '../../../shell/notice.tsx';
import { Tag } from '../../../shell/tag.tsx';

/** The newest runs; each opens to what it did. */
export function RunHistory({ provider, integration }: SettingsProps) {
  const { data, error } = useQuery(runsQuery(integration.id));
  const [opened, setOpened] = useState<Run | null>(null);
  if (error && !data) return <Notice kind="danger">{sentenceOf(error)}</Notice>;
  if (data === undefined) {
    return (
      <Stack gap="md" aria-busy>
        <Skeleton height={28} />
        <Skeleton height={28} />
        <Skeleton height={28} />
      </Stack>
    );
  }
  if (data.runs.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>No run yet.</Trans>
      </Text>
    );
  }
  return (
    <>
      <ul className="runs">
        {data.runs.map((run) => (
          <li key={run.id}>
            <RunLine run={run} onOpen={() => setOpened(run)} />
          </li>
        ))}
      </ul>
      <RunDrawer run={opened} provider={provider} onClose={() => setOpened(null)} />
    </>
  );
}

interface RunLineProps {
  readonly run: Run;
  readonly onOpen: () => void;
}

function RunLine({ run, onOpen }: RunLineProps) {
  const state = useRunStateWords()[run.state];
  return (
    <button type="button" className="run-line" onClick={onOpen}>
      <span className="run-when">
        <When at={run.startedAt} />
        <Text span size="xs" c="dimmed" display="block">
          <TriggerWords trigger={run.trigger} />
          {run.startedBy !== null && (
            <>
              {' · '}
              <bdi>{run.startedBy}</bdi>
            </>
          )}
        </Text>
      </span>
      <span className="run-what numbers">
        <RunSentence run={run} />
      </span>
      <Tag tone={state.tone}>{state.words}</Tag>
    </button>
  );
}

/** What a run changed, in a line. */
function RunSentence({ run }: { readonly run: Run }) {
  const { t } = useLingui();
  const words = useActionWords();
  const parts = changeActions
    .filter((action) => run.counts[action] > 0)
    .map((action) => `${run.counts[action]} ${words[action].words}`);
  return (
    <>
      {parts.length === 0 ? t`nothing changed` : parts.join(', ')}
      <Text span size="xs" c="dimmed">
        {' · '}
        <Plural value={run.requests} one="# request" other="# requests" />
      </Text>
    </>
  );
}
