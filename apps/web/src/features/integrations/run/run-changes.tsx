import { Skeleton, Stack, Text } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import type { Change, Run } from '@timegrove/contract/runs.ts';
import { useMemo } from 'react';
import { changeTree, countKinds } from '../change-tree.ts';
import { changesQuery } from '../queries.ts';
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
  const changes = data?.changes;
  const tree = useMemo(() => changeTree(changes ?? []), [changes]);
  if (data === undefined) {
    return (
      <Stack gap="sm" aria-busy>
        <Skeleton height={52} />
        <Skeleton height={14} width="40%" />
        <Skeleton height={14} width="55%" />
      </Stack>
    );
  }
  const more = data.total - data.changes.length;
  return (
    <div>
      <RunCounts run={run} />
      {more === 0 && <NewKinds changes={data.changes} provider={provider} />}
      {data.total === 0 ? (
        <Text size="sm" c="dimmed" py="md">
          <Trans>Nothing would change: your tree is in step with {provider.name}.</Trans>
        </Text>
      ) : (
        <ul className="change-tree">
          {tree.map((node) => (
            <ChangeBranch key={node.key} node={node} level={1} open={data.total <= 60} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          <Plural value={more} one="and # more change" other="and # more changes" />
        </Text>
      )}
    </div>
  );
}

interface NewKindsProps {
  readonly changes: readonly Change[];
  readonly provider: ProviderView;
}

/** Of what comes in: how many of each level, in the vendor's own words. */
function NewKinds({ changes, provider }: NewKindsProps) {
  const counts = countKinds(changes.filter(({ action }) => action === 'created'));
  const parts = provider.levels.flatMap(({ kind, words }) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? words.one : words.many}`];
  });
  if (parts.length === 0) return null;
  const list = parts.join(', ');
  return (
    <Text size="sm" mb="xs" className="numbers">
      <Trans>Coming in: {list}</Trans>
    </Text>
  );
}
