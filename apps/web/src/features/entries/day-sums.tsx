import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { useLengthText } from '../session/use-length-text.ts';
import { useNow } from '../timers/use-elapsed.ts';
import { branchSums } from './branch-sums.ts';

/** How the day divides into branches of the tree; nothing where there is but one. */
export function DaySums({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLingui();
  const now = useNow(entries.some((entry) => entry.stoppedAt === null));
  const lengthText = useLengthText();
  const sums = branchSums(entries, now);
  if (sums.length < 2) return null;
  return (
    <ul className="day-sums" aria-label={t`By project`}>
      {sums.map(({ branch, total }) => (
        <li key={branch ?? ''}>
          <bdi>{branch ?? <Trans>No task</Trans>}</bdi>
          <span className="numbers">{lengthText(total)}</span>
        </li>
      ))}
    </ul>
  );
}
