import { formatElapsed } from '@timegrove/domain/time/duration.ts';
import { createContext, useContext, useEffect, useState } from 'react';
import { serverNow } from '../../shell/server-clock.ts';

const look = 250;

/** The window that shows it: its clock goes on while the window of the app is hidden. */
export const ViewContext = createContext<Window>(window);

/** The server's time in full seconds, kept fresh while `ticking`. */
export function useNow(ticking: boolean): number {
  const view = useContext(ViewContext);
  const [now, setNow] = useState(fullSecond);
  useEffect(() => {
    if (!ticking) return undefined;
    const catchUp = (): void => setNow(fullSecond());
    const timer = view.setInterval(catchUp, look);
    // A window that nobody saw looks at the clock seldom; who comes back sees the right time at once.
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      view.clearInterval(timer);
      document.removeEventListener('visibilitychange', catchUp);
    };
  }, [ticking, view]);
  return now;
}

/** The time since a start as a running clock shows it, e.g. `0:01:05`. */
export function useElapsed(startedAt: string): string {
  return formatElapsed(Date.parse(startedAt), useNow(true));
}

function fullSecond(): number {
  return Math.trunc(serverNow() / 1000) * 1000;
}
