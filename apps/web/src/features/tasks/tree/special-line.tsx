import { Button, Skeleton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { branchQuery } from '../queries.ts';
import { useTaskDeeds } from '../use-task-deeds.ts';
import type { Row } from './flatten.ts';
import { indent } from './indent.ts';
import { NameField } from './name-field.tsx';
import type { Tree } from './use-tree.ts';

type SpecialRow = Exclude<Row, { type: 'task' }>;

interface SpecialLineProps {
  readonly row: SpecialRow;
  readonly tree: Tree;
}

/** A line that is no task yet: being typed, being read, or not to be had. */
export function SpecialLine({ row, tree }: SpecialLineProps) {
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={false}
      aria-label={row.type}
      className="tree-line"
      style={indent(row.level)}
    >
      <span className="tree-chevron" />
      <SpecialContent row={row} tree={tree} />
    </div>
  );
}

function SpecialContent({ row, tree }: SpecialLineProps) {
  switch (row.type) {
    case 'draft':
      return <DraftField row={row} tree={tree} />;
    case 'reading':
    case 'more':
      return <Skeleton height={12} width="40%" />;
    case 'failed':
      return <Failed row={row} />;
  }
}

function DraftField({ row, tree }: SpecialLineProps) {
  const { t } = useLingui();
  const { add } = useTaskDeeds();
  const [added, setAdded] = useState(0);
  const label = row.parent === null ? t`Name of the project` : t`Name of the task`;
  return (
    <NameField
      // A fresh field for the next name, so that several can be typed one after another.
      key={added}
      label={label}
      placeholder={label}
      initial=""
      busy={add.isPending}
      onCancel={() => tree.deeds.startDraft(undefined)}
      onSave={(name, more) =>
        add.mutate(
          { parentId: row.parent, name },
          { onSuccess: () => (more ? setAdded(added + 1) : tree.deeds.startDraft(undefined)) },
        )
      }
    />
  );
}

function Failed({ row }: { readonly row: SpecialRow }) {
  const client = useQueryClient();
  return (
    <>
      <Text size="sm" c="dimmed">
        <Trans>This part could not be read.</Trans>
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void client.refetchQueries(branchQuery(row.parent))}
      >
        <Trans>Try again</Trans>
      </Button>
    </>
  );
}
