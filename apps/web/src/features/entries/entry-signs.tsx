import { Badge, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCoin } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { Tag } from '../../shell/tag.tsx';

interface EntrySignsProps {
  readonly entry: Entry;
  /** How long it lies over an entry before it, in milliseconds. */
  readonly overlap: number;
}

/** What is worth knowing about an entry besides what, when and how long. */
export function EntrySigns({ entry, overlap }: EntrySignsProps) {
  const { t } = useLingui();
  const length = formatDuration(overlap);
  return (
    <span className="entry-signs">
      {overlap >= minute && (
        <Tag tone="warning">
          <Trans>overlaps {length}</Trans>
        </Tag>
      )}
      {entry.task?.archived === true && (
        <Badge size="sm" variant="default" tt="none">
          <Trans>Archived</Trans>
        </Badge>
      )}
      {entry.billable && (
        <span title={t`Billable`} className="entry-billable">
          <IconCoin size={16} aria-hidden />
          <VisuallyHidden>
            <Trans>Billable</Trans>
          </VisuallyHidden>
        </span>
      )}
    </span>
  );
}
