import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { speak } from '../language/language.ts';
import { openLine } from '../line.ts';
import { itemState, pagePort, type PageSays } from '../messages.ts';
import { createPageButtons } from './page-buttons.ts';
import { hostName } from './timer-button.ts';
import { vendorAt } from './vendor-pages.ts';
import { watchPage } from './watch-page.ts';

/** Puts timer buttons into a page of a vendor, as long as the page and the extension live. */
export function putButtons(context: ContentScriptContext): void {
  const vendor = vendorAt(location.origin);
  if (vendor === undefined) return;
  // Those of an older version of the extension, which can no longer reach its background.
  document.querySelectorAll(hostName).forEach((old) => old.remove());
  const buttons = createPageButtons(vendor.provider, (message: PageSays) => line.say(message));
  const line = openLine({
    name: pagePort,
    opened: () => buttons.followAgain(),
    hear: (message) => {
      const state = itemState.parse(message);
      speak(state.language);
      buttons.hear(state);
    },
  });
  context.setInterval(() => buttons.tick(Date.now()), 1000);
  context.onInvalidated(() => {
    buttons.remove();
    line.end();
  });
  watchPage(context, () => {
    buttons.placeAt(vendor.page.look(document, new URL(location.href)), Date.now());
  });
}
