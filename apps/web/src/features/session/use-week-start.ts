import { useMe } from './queries.ts';

/** The first day of the member's week, by their own word or else the account's: 1 is Monday, 7 is Sunday. */
export function useWeekStart(): number {
  const { weekStart, account } = useMe();
  return weekStart ?? account.weekStart;
}
