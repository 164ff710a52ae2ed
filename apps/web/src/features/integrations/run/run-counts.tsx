import { Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Run } from '@timegrove/contract/runs.ts';
import { changeActions } from '../change-tree.ts';
import { useActionWords } from '../run-words.tsx';

interface RunCountsProps {
  readonly run: Run;
}

/** What a run did or would do, in numbers. */
export function RunCounts({ run }: RunCountsProps) {
  const { t } = useLingui();
  const words = useActionWords();
  const { counts } = run;
  const tiles = [
    ...changeActions.map((action) => ({
      key: action,
      count: counts[action],
      words: words[action].words,
      tone: words[action].tone,
    })),
    { key: 'unchanged', count: counts.unchanged, words: t`unchanged`, tone: 'quiet' },
  ].filter(({ key, count }) => count > 0 || key === 'created' || key === 'archived');
  return (
    <dl className="counts">
      {tiles.map((tile) => (
        <div key={tile.key} data-none={tile.count === 0 || undefined}>
          <dd className="numbers" data-tone={tile.tone}>
            {tile.count}
          </dd>
          <Text component="dt" size="xs" c="dimmed">
            {tile.words}
          </Text>
        </div>
      ))}
    </dl>
  );
}
