import { VisuallyHidden } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { durationOf, type Span } from '@timegrove/domain/time/span.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { dayLines } from './day-lines.ts';
import type { Edited } from './entry-drawer.tsx';
import { EntryLine } from './entry-line.tsx';
import { overlapsOf } from './overlaps.ts';
import { useWhose } from './people/whose.ts';
import type { EntrySelection } from './selection/use-selection.ts';

interface LinesOfDayProps {
  readonly entries: readonly Entry[];
  readonly selection: EntrySelection;
  readonly onEdit: (edited: Edited) => void;
}

/** The entries of a day by time, and lightly the gaps between them. */
export function LinesOfDay({ entries, selection, onEdit }: LinesOfDayProps) {
  const now = serverNow();
  const overlaps = overlapsOf(entries, now);
  const finished = entries.filter((entry) => entry.stoppedAt !== null);
  const selecting = selection.entries.length > 0;
  return (
    <ul className={selecting ? 'day-lines day-selecting' : 'day-lines'}>
      {dayLines(entries, now).map((line) =>
        line.kind === 'gap' ? (
          <GapLine
            key={`gap-${line.gap.start}`}
            gap={line.gap}
            onFill={() => onEdit({ kind: 'new', span: line.gap })}
          />
        ) : (
          <EntryLine
            key={line.entry.id}
            entry={line.entry}
            before={finished[finished.indexOf(line.entry) - 1]}
            overlap={overlaps.get(line.entry.id) ?? 0}
            selection={selection}
            onEdit={() => onEdit({ kind: 'old', entry: line.entry })}
            onDuplicate={() => onEdit({ kind: 'copy', entry: line.entry })}
          />
        ),
      )}
    </ul>
  );
}

function GapLine({ gap, onFill }: { gap: Span; onFill: () => void }) {
  const { mayAdd } = useWhose();
  const length = formatDuration(durationOf(gap));
  return (
    <li className="gap">
      <button type="button" className="gap-fill" disabled={!mayAdd} onClick={onFill}>
        <span className="gap-line" />
        <span className="numbers">
          <Trans>{length} not tracked</Trans>
        </span>
        <VisuallyHidden>
          <Trans>Add time</Trans>
        </VisuallyHidden>
        <IconPlus size={14} aria-hidden />
        <span className="gap-line" />
      </button>
    </li>
  );
}
