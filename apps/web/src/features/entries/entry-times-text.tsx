import { Trans } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { durationOf } from '@timegrove/domain/time/span.ts';
import { useLengthText } from '../session/use-length-text.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { useElapsed } from '../timers/use-elapsed.ts';
import { spanOf } from './day-lines.ts';
import { daysCrossed } from './entry-times.ts';

/** From when to when, on the clock of the entry's zone; an end on a later day is marked `+1`, another zone by its place. */
export function EntryTimes({ entry }: { entry: Entry }) {
  const { start, end } = spanOf(entry, 0);
  const crossed = daysCrossed({ start, end, zone: entry.zone });
  return (
    <span className="entry-times numbers">
      {wallTimeOf(start, entry.zone)}
      {' – '}
      {entry.stoppedAt === null ? <Trans>now</Trans> : wallTimeOf(end, entry.zone)}
      {crossed > 0 && <sup>+{crossed}</sup>}
      {entry.zone !== browserZone() && <small title={entry.zone}>{cityOf(entry.zone)}</small>}
    </span>
  );
}

/** The place that names a zone: `Berlin` for `Europe/Berlin`. */
function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** How long an entry is; what runs is shown with its seconds. */
export function EntryDuration({ entry }: { entry: Entry }) {
  const lengthText = useLengthText();
  if (entry.stoppedAt === null) return <RunningDuration startedAt={entry.startedAt} />;
  return <span className="entry-duration numbers">{lengthText(durationOf(spanOf(entry, 0)))}</span>;
}

function RunningDuration({ startedAt }: { startedAt: string }) {
  return <span className="entry-duration numbers">{useElapsed(startedAt)}</span>;
}
