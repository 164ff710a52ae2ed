import { Refused } from '@timegrove/contract/client.ts';
import { statusOf, type Refusal } from '@timegrove/contract/errors.ts';
import type { Contents } from '@timegrove/contract/outbox/contents.ts';
import type { Call, Item } from '@timegrove/contract/outbox/item.ts';
import type { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useConnection } from '../../shell/news.ts';
import { showRefusal } from '../../shell/refusal.ts';
import { useMe } from '../session/queries.ts';
import { outboxOf } from './member-outbox.ts';

/** The outbox of the member who is signed in. */
export function useOutbox(): Outbox {
  return outboxOf(useMe().memberId);
}

/** What the outbox holds, kept up to date. */
export function useContents(): Contents {
  const outbox = useOutbox();
  const subscribe = useCallback((listener: () => void) => outbox.subscribe(listener), [outbox]);
  return useSyncExternalStore(subscribe, () => outbox.contents());
}

/** What is to be laid over the server's answers with `withPending`. */
export function usePending(): readonly Item[] {
  return useContents().pending;
}

/** Gives the verb that does something by way of the outbox, and tells when it is refused at once. */
export function useDo(): (call: Call) => void {
  const outbox = useOutbox();
  const attempt = async (call: Call): Promise<void> => {
    try {
      const outcome = await outbox.attempt(call);
      if (outcome.kind === 'refused') showRefusal(refusedBy(outcome.refusal));
    } catch (error) {
      showRefusal(error);
    }
  };
  return (call) => void attempt(call);
}

/** The error that a form shows for a refusal. */
export function refusedBy(refusal: Refusal): Refused {
  return new Refused(refusal.code === 'internal' ? 500 : statusOf[refusal.code], refusal);
}

/** Sends what waits whenever there is hope that the server answers. */
export function useSending(): void {
  const outbox = useOutbox();
  const connection = useConnection();
  useEffect(() => {
    if (connection === 'live') outbox.wake();
  }, [outbox, connection]);
  useEffect(() => {
    const wake = (): void => {
      if (!document.hidden) outbox.wake();
    };
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [outbox]);
}
