import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { ReactNode } from 'react';
import { useLengthText } from '../session/use-length-text.ts';
import { useNow } from '../timers/use-elapsed.ts';
import { totalOf } from './day-lines.ts';

interface ViewHeadProps {
  readonly navigation: ReactNode;
  /** What the view adds up; undefined: still asking. */
  readonly entries: readonly Entry[] | undefined;
}

/** Above the time that is shown: where one goes from here, and the total. */
export function ViewHead({ navigation, entries }: ViewHeadProps) {
  return (
    <div className="day-head">
      {navigation}
      {entries && <Total entries={entries} />}
    </div>
  );
}

function Total({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLingui();
  const now = useNow(entries.some((entry) => entry.stoppedAt === null));
  const lengthText = useLengthText();
  const total = lengthText(totalOf(entries, now));
  return (
    <div className="day-total" title={t`Total`}>
      <span className="wide-only">{t`Total`}</span>
      <strong className="numbers">{total}</strong>
    </div>
  );
}
