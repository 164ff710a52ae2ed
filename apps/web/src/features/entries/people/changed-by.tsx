import { Trans } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { regionalLocale } from '../../../shell/locale.ts';

/** Says who changed an entry last, where that was not the one whose time it is. */
export function ChangedBy({ entry: { changedBy } }: { entry: Entry }) {
  if (changedBy === null) return null;
  const { name } = changedBy;
  const when = new Intl.DateTimeFormat(regionalLocale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(changedBy.at));
  return (
    <span className="entry-trace">
      <Trans>
        changed by {name}, {when}
      </Trans>
    </span>
  );
}
