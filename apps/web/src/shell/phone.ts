import { useSyncExternalStore } from 'react';

/** The media query of a phone; the style sheets use the same width. */
const phone = '(max-width: 47.99em)';

let narrow: boolean | undefined;
const listeners = new Set<() => void>();

/** Whether the window is as narrow as a phone. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asked once: each question makes the browser lay out the page. */
function isNarrow(): boolean {
  if (narrow === undefined) {
    const query = window.matchMedia(phone);
    narrow = query.matches;
    query.addEventListener('change', ({ matches }) => {
      narrow = matches;
      for (const listener of listeners) listener();
    });
  }
  return narrow;
}
