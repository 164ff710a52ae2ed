import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { dayOf, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { regionalLocale } from '../../../shell/locale.ts';
import { dayText } from '../../entries/day-text.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import type { StartEffect } from './effect-of-start.ts';

interface EffectTextProps {
  readonly startedAt: number;
  readonly now: number;
  readonly effect: StartEffect;
}

/** Says how a start is understood and what it does to the time that is there. */
export function EffectText({ startedAt, now, effect }: EffectTextProps) {
  const zone = browserZone();
  const [day, time] = [dayOf(startedAt, zone), wallTimeOf(startedAt, zone)];
  const until = effect.until !== null && wallTimeOf(effect.until, zone);
  return (
    <output className="start-effect">
      <strong className="numbers">
        {day !== dayOf(now, zone) && `${dayText(day, regionalLocale(), 'short')} `}
        {time}
      </strong>
      {effect.ends.map((entry) => (
        <span key={entry.id}>
          <Trans>
            “<EntryName entry={entry} />” ends then.
          </Trans>
        </span>
      ))}
      {effect.overlaps.map((entry) => (
        <span key={entry.id}>
          <Trans>
            “<EntryName entry={entry} />” stays and overlaps.
          </Trans>
        </span>
      ))}
      {until !== false && (
        <span>
          <Trans>Other time began at {until}, so this one ends there.</Trans>
        </span>
      )}
    </output>
  );
}

/** The task of an entry, for a sentence. */
function EntryName({ entry }: { entry: Entry }) {
  const { t } = useLingui();
  return <bdi>{entry.task?.name ?? t`No task`}</bdi>;
}
