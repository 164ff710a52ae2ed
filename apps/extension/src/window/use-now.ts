import { useEffect, useState } from 'react';

const look = 250;

/** The server's time in full seconds, kept fresh while `ticking`. @param offset how far its clock is ahead */
export function useNow(ticking: boolean, offset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = setInterval(() => setNow(Date.now()), look);
    return () => clearInterval(timer);
  }, [ticking]);
  return Math.trunc((now + offset) / 1000) * 1000;
}
