import { useEffect, useEffectEvent } from 'react';
import { useConnection } from './news.ts';

const beginning = 5000;
const often = 15 * 60_000;

/**
 * Does something in the background a while after the server was reached, and again every quarter of
 * an hour while somebody looks. Nobody waits for it: what fails is tried again the next time.
 */
export function useNowAndThen(work: () => Promise<void>): void {
  const live = useConnection() === 'live';
  const run = useEffectEvent((): void => {
    if (!document.hidden) work().catch(() => undefined);
  });
  useEffect(() => {
    if (!live) return undefined;
    const first = window.setTimeout(() => run(), beginning);
    const again = window.setInterval(() => run(), often);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(again);
    };
  }, [live]);
}
