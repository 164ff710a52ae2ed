import { useEffect, type RefObject } from 'react';
import { notify } from '../../shell/desktop-host.ts';
import { widgetSize } from '../widget/picture-in-picture.ts';

/**
 * Keeps the widget as high as what it says below the timer, and says what is urgent there as a
 * notification of the system too, because nobody may be looking at the widget.
 */
export function useHintWindow(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const below = place.current?.parentElement;
    const widget = below?.parentElement;
    if (below == null || widget == null) return undefined;
    const fit = (): void => {
      // While one searches, the list has the height that it needs.
      const searching = widget.querySelector('.timer-widget [aria-expanded=true]') !== null;
      const height = widgetSize.height + below.offsetHeight;
      if (!searching && window.innerHeight !== height) window.resizeTo(window.outerWidth, height);
    };
    const tell = notifier(below);
    const watching = new MutationObserver(() => {
      fit();
      tell();
    });
    watching.observe(widget, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['aria-expanded'],
    });
    const growing = new ResizeObserver(fit);
    growing.observe(below);
    window.addEventListener('resize', fit);
    return () => {
      watching.disconnect();
      growing.disconnect();
      window.removeEventListener('resize', fit);
    };
  }, [place]);
}

/** Tells each alert once, as long as it stands there. */
function notifier(below: HTMLElement): () => void {
  let before: readonly string[] = [];
  return () => {
    const alerts = [...below.querySelectorAll('[role=alert]')];
    for (const alert of alerts) {
      const text = alert.textContent;
      const title = alert.closest('section')?.getAttribute('aria-label') ?? 'Timegrove';
      if (!before.includes(text)) notify(title, text);
    }
    before = alerts.map((alert) => alert.textContent);
  };
}
