import type { ContentScriptContext } from 'wxt/utils/content-script-context';

// Long enough for a page to finish what it draws at once, short enough not to be noticed.
const pause = 80;

/**
 * Calls back soon after anything in the page or its address has changed, at most once in a pause: a
 * page that never rests is looked at as well, only not more often.
 */
export function watchPage(context: ContentScriptContext, look: () => void): void {
  let planned = false;
  const lookSoon = (): void => {
    if (planned) return;
    planned = true;
    context.setTimeout(() => {
      planned = false;
      look();
    }, pause);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  context.onInvalidated(() => observer.disconnect());
  context.addEventListener(window, 'wxt:locationchange', look);
  look();
}
