import { Text } from '@mantine/core';
import type { Change } from '@timegrove/contract/runs.ts';
import { useReasonWords } from '../reason-words.ts';
import { useActionWords } from '../run-words.tsx';
import { Tag } from '../../../shell/tag.tsx';

interface ChangeBadgesProps {
  readonly change: Change;
  /** The vendor's name, for the reasons. */
  readonly vendor: string;
}

/** What happens to one task: the action, before and after, and why. */
export function ChangeBadges({ change, vendor }: ChangeBadgesProps) {
  const { words, tone } = useActionWords()[change.action];
  const reasonWords = useReasonWords(vendor);
  const { before, after } = change;
  // What falls with the branch above it needs no reason of its own.
  const reason = change.reason === 'with-parent' ? null : change.reason;
  const moved = before !== null && after !== null;
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      {(moved || reason !== null) && (
        <Text span size="xs" c="dimmed" className="change-why">
          {moved && (
            <>
              <bdi>{before}</bdi> → <bdi>{after}</bdi>
            </>
          )}
          {moved && reason !== null && ' · '}
          {reason !== null && reasonWords(reason)}
        </Text>
      )}
    </>
  );
}
