import { useEffect, useEffectEvent, useRef } from 'react';

/** Does something once, as soon as somebody sees the window. */
export function useOnceSeen(work: () => Promise<void>): void {
  const begun = useRef(false);
  const begin = useEffectEvent(async (): Promise<void> => {
    await seen();
    await work();
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, []);
}

/** Some browsers run a page before anybody has decided to go there. */
async function seen(): Promise<void> {
  if (Reflect.get(document, 'prerendering') !== true) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve));
}
