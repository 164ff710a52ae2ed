import { useEffect, useEffectEvent, useState } from 'react';

/** What a clock or the like reads, looked at again every so many milliseconds. */
export function useReading<Value>(read: () => Value, every: number): Value {
  const [value, setValue] = useState(read);
  const look = useEffectEvent(() => setValue(() => read()));
  useEffect(() => {
    const timer = window.setInterval(() => look(), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return value;
}
