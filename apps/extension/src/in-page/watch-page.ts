import type { ContentScriptContext } from 'wxt/utils/content-script-context';

// Long enough for a page to finish what it draws at once, short enough not to be noticed.
const shortestPause = 80;
// A large page that never rests is looked at for at most a twentieth of the time.
const share = 20;

/** Calls back soon after anything in the page or its address has changed. */
export function watchPage(context: ContentScriptContext, look: () => void): void {
  let planned = false;
  let pause = shortestPause;
  const lookNow = (): void => {
    const began = performance.now();
    look();
    pause = Math.max(shortestPause, (performance.now() - began) * share);
  };
  const lookSoon = (): void => {
    if (planned) return;
    planned = true;
    context.setTimeout(() => {
      planned = false;
      lookNow();
    }, pause);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  context.onInvalidated(() => observer.disconnect());
  context.addEventListener(window, 'wxt:locationchange', lookNow);
  lookNow();
}
