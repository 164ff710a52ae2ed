import { formatElapsed } from '@timegrove/domain/time/duration.ts';
import { useEffect, useState } from 'react';
import { serverNow } from '../../shell/server-clock.ts';

const look = 250;

/** The server's time in full seconds, kept fresh while `ticking`. */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(fullSecond);
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = window.setInterval(() => setNow(fullSecond()), look);
    return () => window.clearInterval(timer);
  }, [ticking]);
  return now;
}

/** The time since a start as a running clock shows it, e.g. `0:01:05`. */
export function useElapsed(startedAt: string): string {
  return formatElapsed(Date.parse(startedAt), useNow(true));
}

function fullSecond(): number {
  return Math.trunc(serverNow() / 1000) * 1000;
}
