import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { useMe } from '../session/queries.ts';
import { theirDayQuery } from './people/queries.ts';
import { useWhose } from './people/whose.ts';
import { useDayEntries } from './use-day-entries.ts';

interface ShownEntries {
  /** Undefined: still asking. */
  readonly entries: readonly Entry[] | undefined;
  readonly stored: UseQueryResult<readonly Entry[]>;
}

/** The entries of a day of whoever the timesheet is. */
export function useShownEntries(day: string): ShownEntries {
  const { other } = useWhose();
  const mine = useDayEntries(day);
  const { memberId } = useMe();
  const theirs = useQuery({
    ...theirDayQuery(day, other?.memberId ?? memberId),
    enabled: other !== null,
  });
  if (other === null) return mine;
  return { entries: theirs.isPending ? undefined : (theirs.data ?? []), stored: theirs };
}
