import type { Entry } from '@timegrove/contract/entries.ts';
import { nothingYet } from '@timegrove/contract/outbox/contents.ts';
import type { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { api } from '../../../shell/api.ts';
import { queryClient } from '../../../shell/query-client.ts';
import { timed } from '../../../shell/server-clock.ts';
import { timerQuery } from '../queries.ts';
import { runningOf } from '../use-timer.ts';

const patience = 3000;

/** Asks the server what runs, and this device what it has not told yet; without a server, what was known last. */
export async function whatRuns(outbox: Outbox): Promise<Entry | null> {
  // A phone that has half lost its network would wait for minutes.
  await Promise.race([askServer(), after(patience)]);
  await isRead(outbox);
  const known = queryClient.getQueryData(timerQuery.queryKey)?.running ?? null;
  return runningOf(known, outbox.contents().pending);
}

async function askServer(): Promise<void> {
  try {
    // Not by `fetchQuery`: it would wait for the tries of who asks already.
    queryClient.setQueryData(timerQuery.queryKey, await timed(() => api(readTimer)));
  } catch {
    // What was known last has to do.
  }
}

async function after(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function isRead(outbox: Outbox): Promise<void> {
  if (outbox.contents() !== nothingYet) return;
  await new Promise<void>((resolve) => {
    const end = outbox.subscribe(() => {
      end();
      resolve();
    });
  });
}
