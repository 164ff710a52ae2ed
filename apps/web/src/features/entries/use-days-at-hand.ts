import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { listEntries } from '@timegrove/contract/entries.ts';
import { addDays, dayOf } from '@timegrove/domain/time/day.ts';
import { api } from '../../shell/api.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { useNowAndThen } from '../../shell/use-now-and-then.ts';
import { browserZone } from '../session/browser-zone.ts';
import { dayQuery } from './queries.ts';

const before = 7;

/** Keeps the last days on this device, so that they can be looked at while the server is away. */
export function useDaysAtHand(): void {
  const client = useQueryClient();
  useNowAndThen(() => readDays(client));
}

async function readDays(client: QueryClient): Promise<void> {
  const today = dayOf(serverNow(), browserZone());
  const days = Array.from({ length: before + 2 }, (_, at) => addDays(today, at - before));
  const query = { from: addDays(today, -before), to: addDays(today, 1) };
  const { entries } = await api(listEntries, { query });
  for (const day of days) {
    const options = dayQuery(day);
    // What is on a screen asks for itself, and may be newer.
    if (client.getQueryCache().find({ queryKey: options.queryKey })?.isActive()) continue;
    const queryFn = async () => entries.filter((entry) => entry.day === day);
    await client.prefetchQuery({ ...options, queryFn, staleTime: 0 });
  }
}
