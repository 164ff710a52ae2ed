import { useEffect, useEffectEvent } from 'react';
import { useConnection } from './news.ts';

const beginning = 5000;
const often = 15 * 60_000;
const soon = 15_000;

/**
 * Does something in the background a while after the server was reached, and again every quarter of
 * an hour. Nobody waits for it: what fails is tried again soon, and so is what came while nobody looked.
 */
export function useNowAndThen(work: () => Promise<void>): void {
  const live = useConnection() === 'live';
  const run = useEffectEvent(async (): Promise<boolean> => {
    if (document.hidden) return false;
    return work().then(
      () => true,
      () => false,
    );
  });
  useEffect(() => {
    if (!live) return undefined;
    let timer: number | undefined;
    let ended = false;
    const after = (pause: number): void => {
      timer = window.setTimeout(() => void pass(), pause);
    };
    const pass = async (): Promise<void> => {
      const done = await run();
      if (!ended) after(done ? often : soon);
    };
    after(beginning);
    return () => {
      ended = true;
      window.clearTimeout(timer);
    };
  }, [live]);
}
