import { dayOf } from '@timegrove/domain/time/day.ts';
import { useEffect, useState } from 'react';
import { serverNow } from '../../shell/server-clock.ts';
import { browserZone } from '../session/browser-zone.ts';

const look = 10_000;

/** The current day in the zone of this browser; changes at midnight. */
export function useToday(): string {
  const [today, setToday] = useState(readToday);
  useEffect(() => {
    const timer = window.setInterval(() => setToday(readToday()), look);
    return () => window.clearInterval(timer);
  }, []);
  return today;
}

function readToday(): string {
  return dayOf(serverNow(), browserZone());
}
