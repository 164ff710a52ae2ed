import { useMemo } from 'react';
import { useMe } from '../../session/queries.ts';
import { useWhose } from '../people/whose.ts';
import type { CellRules } from './cell-way.ts';

/** What the rights of the one who looks and the account allow in the cells of a week. */
export function useCellRules(today: string): CellRules {
  const { entriesByHand: byHand, lockAfterDays } = useMe().account;
  const { right } = useWhose();
  // Each day of the week says for itself whether it is locked.
  const mayChange = right === 'change' || right === 'locked';
  return useMemo(
    () => ({ today, mayChange, byHand, lockAfterDays }),
    [today, mayChange, byHand, lockAfterDays],
  );
}
