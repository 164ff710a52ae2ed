import { useEffect, type RefObject } from 'react';
import { notify } from '../../shell/desktop-host.ts';
import { widgetSize } from '../widget/picture-in-picture.ts';

/**
 * Makes the widget as high as what it says below the timer, and says what is urgent there as a
 * notification of the system too, because nobody may be looking at the widget.
 */
export function useHintWindow(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const hint = place.current;
    const below = hint?.parentElement ?? null;
    if (hint === null || below === null) return undefined;
    const fitting = new ResizeObserver(() => {
      // While one searches, the list has the height that it needs.
      if (document.querySelector('.timer-widget [aria-expanded=true]') !== null) return;
      window.resizeTo(window.outerWidth, widgetSize.height + below.offsetHeight);
    });
    fitting.observe(below);
    const watching = new MutationObserver(notifier(hint));
    watching.observe(hint, { childList: true, subtree: true, characterData: true });
    return () => {
      fitting.disconnect();
      watching.disconnect();
    };
  }, [place]);
}

/** Tells each alert once, as long as it stands there. */
function notifier(hint: HTMLElement): () => void {
  let before: readonly string[] = [];
  return () => {
    const alerts = [...hint.querySelectorAll('[role=alert]')];
    for (const alert of alerts) {
      const text = alert.textContent;
      const title = alert.closest('section')?.getAttribute('aria-label') ?? 'Timegrove';
      if (!before.includes(text)) notify(title, text);
    }
    before = alerts.map((alert) => alert.textContent);
  };
}
