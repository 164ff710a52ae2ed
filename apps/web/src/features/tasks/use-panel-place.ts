import { useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect, useRef } from 'react';

/** The opened task stands beside the lists, or in their place until one goes back. */
export type PanelPlace = 'beside' | 'instead';

/** Tells where the panel stands, and brings the lists back as they were left. */
export function usePanelPlace(opened: boolean) {
  const wide = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  const place: PanelPlace = wide ? 'beside' : 'instead';
  const away = opened && !wide;
  const left = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (away) {
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('.detail-back')?.focus();
    } else if (left.current !== null) {
      window.scrollTo(0, left.current);
      document.querySelector<HTMLElement>('.tree')?.focus({ preventScroll: true });
    }
  }, [away]);
  /** To be called before the panel takes the place of the lists. */
  const leave = (): void => {
    if (!away) left.current = window.scrollY;
  };
  return { place, away, leave };
}
