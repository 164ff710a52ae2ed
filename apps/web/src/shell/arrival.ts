import { useRouterState } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';

/** The id of the part of the frame that holds the screen. */
export const screenId = 'screen';

const listeners = new Set<() => void>();
let arrivedAt: string | undefined;
let title = '';

/** The title of the screen that one has come to last; empty on the one where the visit began. */
export function useArrivedTitle(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => title,
  );
}

/** Tells readers who do not see it that another screen is there, and takes the focus to it. */
export function useArrival(name: string): void {
  // Not where one is heading: the old screen stays until the new one is loaded.
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  useEffect(() => {
    if (path === undefined || path === arrivedAt) return;
    const visitBegins = arrivedAt === undefined;
    arrivedAt = path;
    if (visitBegins) return;
    title = name;
    for (const listener of listeners) listener();
    takeFocus();
  }, [path, name]);
}

/** Only from the way that led here: what is being typed elsewhere goes on. */
function takeFocus(): void {
  const focused = document.activeElement;
  const led = focused === null || focused === document.body || focused.closest('nav') !== null;
  if (led) document.querySelector<HTMLElement>(`#${screenId}`)?.focus({ preventScroll: true });
}
