import type { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { queryClient } from '../../shell/query-client.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { openOutbox } from './device-outbox.ts';

let current: { readonly memberId: MemberId; readonly outbox: Outbox } | undefined;

/** The outbox of a member in this window; there is one, and only this member's. */
export function outboxOf(memberId: MemberId): Outbox {
  if (current?.memberId === memberId) return current.outbox;
  endOutbox();
  const outbox = openOutbox(memberId, { now: serverNow, refresh });
  current = { memberId, outbox };
  return outbox;
}

/** Ends sending, because nobody is signed in any more. What waits stays on the device. */
export function endOutbox(): void {
  current?.outbox.end();
  current = undefined;
}

const shown = [['timer'], ['entries']];

async function refresh(): Promise<boolean> {
  await Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const queries = shown.flatMap((queryKey) =>
    queryClient.getQueryCache().findAll({ queryKey, type: 'active' }),
  );
  // While the first screen is made, nothing has been asked for yet.
  return queries.length > 0 && queries.every((query) => !query.state.isInvalidated);
}
