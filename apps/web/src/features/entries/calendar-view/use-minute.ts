import { minute } from '@timegrove/domain/time/span.ts';
import { useEffect, useState } from 'react';
import { serverNow } from '../../../shell/server-clock.ts';

const look = 1000;

/** The server's time in full minutes. */
export function useMinute(): number {
  const [now, setNow] = useState(fullMinute);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(fullMinute()), look);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

function fullMinute(): number {
  return Math.floor(serverNow() / minute) * minute;
}
