import { Skeleton, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import type { Change, Run } from '@timegrove/contract/runs.ts';
import { useMemo } from 'react';
import { said } from '../../../shell/said.ts';
import { changeTree, countKinds } from '../change-tree.ts';
import { changesQuery } from '../queries.ts';
import { changesOf } from '../stage.ts';
import { ChangeBadges } from './change-badges.tsx';
import { ChangeBranch } from './change-branch.tsx';
import { RunCounts } from './run-counts.tsx';
import './run.css';

const shown = 1000;

interface RunChangesProps {
  readonly run: Run;
  readonly provider: ProviderView;
}

/** What a run would do, in numbers and as the tree in which it happens. */
export function RunChanges({ run, provider }: RunChangesProps) {
  const { data } = useQuery(changesQuery(run.id, shown));
  if (data === undefined) {
    return (
      <Stack gap="sm" aria-busy>
        <Skeleton height={52} />
        <Skeleton height={14} width="40%" />
        <Skeleton height={14} width="55%" />
      </Stack>
    );
  }
  // The record keeps the first lines of a very large run only; the counts are always whole.
  const more = changesOf(run) + run.counts.skipped - data.changes.length;
  return (
    <div>
      <RunCounts run={run} />
      {more <= 0 && <NewKinds changes={data.changes} provider={provider} />}
      {changesOf(run) === 0 ? (
        <Text size="sm" c="dimmed" py="md">
          <Trans>Nothing would change: your tree is in step with {provider.name}.</Trans>
        </Text>
      ) : (
        <ChangeTree changes={data.changes} vendor={provider.name} />
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          <Plural value={more} one="and # more change" other="and # more changes" />
        </Text>
      )}
      <Skipped changes={data.changes} vendor={provider.name} />
    </div>
  );
}

interface ChangesProps {
  readonly changes: readonly Change[];
  /** The vendor's name. */
  readonly vendor: string;
}

function ChangeTree({ changes, vendor }: ChangesProps) {
  const wanted = useMemo(() => changes.filter(({ action }) => action !== 'skipped'), [changes]);
  const tree = useMemo(() => changeTree(wanted), [wanted]);
  return (
    <ul className="change-tree">
      {tree.map((node) => (
        <ChangeBranch
          key={node.key}
          node={node}
          level={1}
          vendor={vendor}
          open={wanted.length <= 60}
        />
      ))}
    </ul>
  );
}

/** What would not come in, and why; folded, for whoever misses something. */
function Skipped({ changes, vendor }: ChangesProps) {
  const skipped = changes.filter(({ action }) => action === 'skipped');
  if (skipped.length === 0) return null;
  return (
    <details className="change-skipped">
      <summary className="change-line">
        <Plural value={skipped.length} one="# item is skipped" other="# items are skipped" />
      </summary>
      <ul className="change-tree">
        {skipped.map((change, index) => (
          <li key={index} className="change-line">
            <bdi className="change-name" title={change.name}>
              {change.name}
            </bdi>
            <ChangeBadges change={change} vendor={vendor} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface NewKindsProps {
  readonly changes: readonly Change[];
  readonly provider: ProviderView;
}

/** Of what comes in: how many of each level, in the vendor's own words. */
function NewKinds({ changes, provider }: NewKindsProps) {
  const { t } = useLingui();
  const counts = countKinds(changes.filter(({ action }) => action === 'created'));
  const parts = provider.levels.flatMap(({ kind, words }) => {
    const length = counts.get(kind) ?? 0;
    const word = said(length === 1 ? words.one : words.many);
    return length === 0 ? [] : [t`${length} ${word}`];
  });
  if (parts.length === 0) return null;
  const list = parts.join(', ');
  return (
    <Text size="sm" mb="xs" className="numbers">
      <Trans>Coming in: {list}</Trans>
    </Text>
  );
}
