import { useEffect } from 'react';
import { queryClient } from '../../shell/query-client.ts';
import { timerQuery } from './queries.ts';

const look = 5000;
const tolerance = 2000;

/** Sets this window's clock anew when the computer slept or its clock was changed. */
export function useClockCheck(): void {
  useEffect(() => {
    let apart = Date.now() - performance.now();
    const check = (): void => {
      const now = Date.now() - performance.now();
      if (Math.abs(now - apart) > tolerance)
        void queryClient.invalidateQueries({ queryKey: timerQuery.queryKey });
      apart = now;
    };
    const timer = window.setInterval(check, look);
    document.addEventListener('visibilitychange', check);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
    };
  }, []);
}
