import {
  useQueryClient,
  type FetchQueryOptions,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { addDays, dayOf, weekOf } from '@timegrove/domain/time/day.ts';
import { api } from '../../shell/api.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { useNowAndThen } from '../../shell/use-now-and-then.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { useWeekStart } from '../session/use-week-start.ts';
import { dayQuery, rangeQuery } from './queries.ts';

const around = 7;

/** Keeps the days around today and this week on this device, to be looked at while the server is away. */
export function useDaysAtHand(): void {
  const client = useQueryClient();
  const weekStart = useWeekStart();
  useNowAndThen(() => readDays(client, weekStart));
}

async function readDays(client: QueryClient, weekStart: number): Promise<void> {
  const today = dayOf(serverNow(), browserZone());
  const days = Array.from({ length: 2 * around + 1 }, (_, at) => addDays(today, at - around));
  const query = { from: addDays(today, -around), to: addDays(today, around) };
  const { entries } = await api(listEntries, { query });
  const week = weekOf(today, weekStart);
  const within = (shown: readonly string[]) => async () =>
    entries.filter(({ day }) => shown.includes(day));
  await keep(client, rangeQuery(week[0] ?? today, week.at(-1) ?? today), within(week));
  for (const day of days) await keep(client, dayQuery(day), within([day]));
}

async function keep<Key extends QueryKey>(
  client: QueryClient,
  options: FetchQueryOptions<readonly Entry[], Error, readonly Entry[], Key>,
  queryFn: () => Promise<readonly Entry[]>,
): Promise<void> {
  // What is on a screen asks for itself, and may be newer.
  if (client.getQueryCache().find({ queryKey: options.queryKey })?.isActive()) return;
  await client.prefetchQuery({ ...options, queryFn, staleTime: 0 });
}
