import { Drawer, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import type { Change, Run } from '@timegrove/contract/runs.ts';
import { useState } from 'react';
import { withMoments } from '../../../shell/moments.ts';
import { changeActions } from '../change-tree.ts';
import { changesQuery } from '../queries.ts';
import { ChangeBadges } from '../run/change-badges.tsx';
import { RunCounts } from '../run/run-counts.tsx';
import '../run/run.css';
import { TriggerWords, useActionWords } from '../run-words.tsx';
import { changesOf } from '../stage.ts';
import { When } from '../when.tsx';
import { Notice } from '../../../shell/notice.tsx';

const shown = 1000;

interface RunDrawerProps {
  readonly run: Run | null;
  readonly provider: ProviderView;
  readonly onClose: () => void;
}

/** One run: what started it, what it cost, and every change with its reason. */
export function RunDrawer({ run, provider, onClose }: RunDrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened={run !== null}
      onClose={onClose}
      position="right"
      size="min(100vw, 40rem)"
      title={t`Run of ${provider.name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {run && <RunDetail run={run} vendor={provider.name} />}
    </Drawer>
  );
}

interface RunDetailProps {
  readonly run: Run;
  /** The vendor's name. */
  readonly vendor: string;
}

function RunDetail({ run, vendor }: RunDetailProps) {
  const seconds = run.finishedAt
    ? (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000
    : null;
  const { i18n } = useLingui();
  return (
    <Stack gap="md">
      <Text size="sm">
        <TriggerWords trigger={run.trigger} />
        {run.startedBy !== null && (
          <>
            {' · '}
            <bdi>{run.startedBy}</bdi>
          </>
        )}
        {' · '}
        <When at={run.startedAt} />
        <Text span size="sm" c="dimmed" display="block" className="numbers">
          {seconds !== null && (
            <>
              <Trans>{i18n.number(seconds, { maximumFractionDigits: 1 })} seconds</Trans>
              {' · '}
            </>
          )}
          <Plural value={run.requests} one="# request" other="# requests" />
          {' · '}
          <Plural value={run.pages} one="# page read" other="# pages read" />
          {' · '}
          <Plural value={run.counts.seen} one="# item seen" other="# items seen" />
        </Text>
      </Text>
      {run.reason !== null && (
        <Notice kind={run.state === 'failed' ? 'danger' : 'warning'}>
          {withMoments(run.reason)}
        </Notice>
      )}
      <RunCounts run={run} />
      <Changes run={run} vendor={vendor} />
    </Stack>
  );
}

function Changes({ run, vendor }: RunDetailProps) {
  const { data } = useQuery(changesQuery(run.id, shown));
  const [action, setAction] = useState<Change['action'] | undefined>();
  if (data === undefined) return <Skeleton height={80} />;
  if (data.total === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>This run changed nothing.</Trans>
      </Text>
    );
  }
  const found = data.changes
    .filter((change) => action === undefined || change.action === action)
    .toSorted(inTreeOrder);
  const more = changesOf(run) + run.counts.skipped - data.changes.length;
  return (
    <>
      <ActionFilter changes={data.changes} action={action} onAction={setAction} />
      <ul className="changes">
        {found.map((change, index) => (
          <li key={index}>
            <span className="change-line">
              <bdi className="change-name" title={change.name}>
                {change.name}
              </bdi>
              <ChangeBadges change={change} vendor={vendor} />
            </span>
            {change.action !== 'moved' && (
              <Text size="xs" c="dimmed" truncate title={change.path.join(' › ')}>
                {change.path.join(' › ')}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          <Plural value={more} one="and # more change" other="and # more changes" />
        </Text>
      )}
    </>
  );
}

/** By what was done, and then as the tree has them: what is above comes first. */
function inTreeOrder(a: Change, b: Change): number {
  const byAction = changeActions.indexOf(a.action) - changeActions.indexOf(b.action);
  return byAction || placeOf(a).localeCompare(placeOf(b));
}

function placeOf({ path, name }: Change): string {
  return [...path, name].join(' › ');
}

interface ActionFilterProps {
  readonly changes: readonly Change[];
  readonly action: Change['action'] | undefined;
  readonly onAction: (action: Change['action'] | undefined) => void;
}

function ActionFilter({ changes, action, onAction }: ActionFilterProps) {
  const { t } = useLingui();
  const words = useActionWords();
  const occurring = changeActions.filter((one) => changes.some((c) => c.action === one));
  if (occurring.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t`Show only`}
      value={action ?? ''}
      data={[
        { value: '', label: t`All changes` },
        ...occurring.map((value) => ({ value, label: words[value].words })),
      ]}
      onChange={(event) => onAction(occurring.find((one) => one === event.currentTarget.value))}
    />
  );
}
